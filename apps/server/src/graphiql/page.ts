import type { Tab } from './tabs.ts'

/** The page's own policy: our files and nothing else; the editors style themselves and work in workers. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#c8102e"/>' +
      '<path d="M4.5 8.5l2.5 2.5 4.5-5.5" fill="none" stroke="#fff" stroke-width="2"/></svg>',
  )

/** The GraphiQL page with its tabs. The options stand in it as data, which the policy lets through. */
export function renderPage(tabs: readonly Tab[]): string {
  const options = {
    title: 'Duban 督办',
    endpoint: '/graphql',
    defaultTabs: tabs.map(({ query, variables }) => ({ query, variables: variables ?? null })),
    schemaDescription: true,
    inputValueDeprecation: true,
    shouldPersistHeaders: false,
  }
  return `<!doctype html>
<html lang="zh-Hans">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Duban 督办</title>
    <link rel="icon" href="${icon}">
    <link rel="stylesheet" href="/graphiql/graphiql.css">
  </head>
  <body id="body" class="no-focus-outline">
    <noscript>GraphiQL needs JavaScript. 此页需要 JavaScript。</noscript>
    <div id="root"></div>
    <script id="options" type="application/json">${asScriptData(options)}</script>
    <script src="/graphiql/workers.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`
}

/** JSON in which nothing can end the element it stands in. */
function asScriptData(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
