import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import type { ColumnKind, Table } from './commitment-table.ts'
import { cellText } from './table-text.ts'

/** Digits that a spreadsheet keeps of a number. */
const exactDigits = 15
const longestSheetName = 31

/** A table as a workbook of one sheet; its head stays in sight. No cell is a formula. */
export async function tableXlsx({ name, columns, rows }: Table): Promise<Uint8Array> {
  const head = columns.map((column) => ({
    type: String,
    value: column.head,
    fontWeight: 'bold' as const,
  }))
  const cells = rows.map((row) => row.map((text, at) => cellOf(text, columns[at]?.kind ?? 'TEXT')))
  return await writeXlsxFile([head, ...cells], {
    sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, longestSheetName),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer()
}

function cellOf(text: string | null, kind: ColumnKind): Cell {
  if (text === null || text === '') return null
  switch (kind) {
    case 'TEXT':
      return { type: String, value: cellText(text) }
    case 'DATE':
      return { type: Date, value: new Date(`${text}T00:00:00Z`), format: 'yyyy-mm-dd' }
    case 'DECIMAL':
    case 'SHARE':
      // What a spreadsheet would round stays text.
      return text.replace(/\D/g, '').length > exactDigits && kind === 'DECIMAL'
        ? { type: String, value: text }
        : {
            type: Number,
            value: Number(text),
            ...(kind === 'SHARE' ? { format: '0.00%' } : {}),
          }
  }
}
