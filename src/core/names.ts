/** As names are compared: no BOM, no surrounding or inner blanks, one form of parentheses. */
export const normalName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\u3000\ufeff\u200b]+/g, '')
    .toLowerCase()
