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
