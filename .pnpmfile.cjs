const { existsSync } = require('node:fs')
const path = require('node:path')

// better-sqlite3 is compiled where its prebuilt binary cannot be had. node-gyp would download Node's headers for that,
// though most installations of Node bring them along: let it use those.
const prefix = path.dirname(path.dirname(process.execPath))
if (!process.env.npm_config_nodedir && existsSync(path.join(prefix, 'include/node/node.h'))) {
  process.env.npm_config_nodedir = prefix
}

module.exports = {}
