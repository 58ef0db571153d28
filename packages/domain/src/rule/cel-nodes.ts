import type { ASTNode } from '@marcbachmann/cel-js'

/** The parts of a node, in the order of the source. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return []
    case '.':
    case '.?':
      return [node.args[0]]
    case 'call':
      return node.args[1]
    case 'rcall':
      return [node.args[1], ...node.args[2]]
    case 'map':
      return node.args.flat()
    case '!_':
    case '-_':
      return [node.args]
    case 'list':
    case '?:':
    case '&&':
    case '||':
    case '[]':
    case '[?]':
    case '==':
    case '!=':
    case 'in':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return node.args
  }
}

/** True where a source reads the variable, or the field of any group, of that name. */
export function readsName(node: ASTNode, name: string): boolean {
  if (node.op === 'id' && node.args === name) return true
  if (node.op === '.' && node.args[1] === name) return true
  return childrenOf(node).some((child) => readsName(child, name))
}

/** The text of a node as it was written. The library leaves out parentheses at its ends; here each has its partner. */
export function textOf({ input, start, end }: ASTNode): string {
  const brackets = input.slice(start, end).replace(QUOTED, '').match(/[()]/g) ?? []
  let open = 0
  let unopened = 0
  for (const bracket of brackets) {
    if (bracket === '(') open++
    else if (open > 0) open--
    else unopened++
  }
  let from = start
  let to = end
  while (unopened-- > 0) from = input.lastIndexOf('(', from - 1)
  while (open-- > 0) to = input.indexOf(')', to) + 1
  return input.slice(from, to)
}

const QUOTED = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g
