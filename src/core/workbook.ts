/** Facts about a workbook itself; what its data sheets hold is judged sheet by sheet. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly kind: 'data' | 'empty' | 'notes' }[]
}
