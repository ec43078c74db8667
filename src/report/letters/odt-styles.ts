const family = (name: string, families: string) =>
  `<style:font-face style:name="${name}" svg:font-family="${families}"/>`

export const FONTS = `<office:font-face-decls>${family('Kai', '標楷體, DFKai-SB, BiauKai, TW-Kai, AR PL UKai TW, Noto Serif CJK TC')}${family('Latin', 'Times New Roman, Liberation Serif')}</office:font-face-decls>`

const words = (size: number, bold = false) =>
  `<style:text-properties style:font-name="Latin" style:font-name-asian="Kai" fo:font-size="${size}pt" style:font-size-asian="${size}pt"${bold ? ' fo:font-weight="bold" style:font-weight-asian="bold"' : ''} fo:language="zh" fo:country="TW" style:language-asian="zh" style:country-asian="TW"/>`

const paragraph = (name: string, properties: string, text: string) =>
  `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${properties}/>${text}</style:style>`

export const CONTENT_STYLES = [
  paragraph('Title', 'fo:text-align="center" fo:margin-bottom="0.4cm"', words(20, true)),
  paragraph(
    'Fact',
    'fo:margin-left="2cm" fo:text-indent="-2cm" fo:margin-bottom="0.2cm" fo:line-height="130%"',
    words(14),
  ),
  paragraph(
    'Head',
    'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
    words(14, true),
  ),
  paragraph(
    'Item',
    'fo:margin-left="1.4cm" fo:text-indent="-1cm" fo:margin-bottom="0.1cm" fo:line-height="130%"',
    words(14),
  ),
  paragraph('HeadCell', 'fo:text-align="start"', words(10, true)),
  paragraph('TextCell', 'fo:text-align="start"', words(10)),
  '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" fo:border="0.5pt solid #555555" fo:wrap-option="wrap"/></style:style>',
].join('')

/** A4 upright. */
export const PAGE_STYLES = [
  '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm" style:print-orientation="portrait"/></style:page-layout></office:automatic-styles>',
  '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>',
].join('')
