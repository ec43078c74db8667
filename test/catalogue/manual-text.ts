type Label = readonly [name: string, explanation: string]

const LABELS: readonly Label[] = [
  ['年度', '年度'],
  ['LawUrl', '法規連結（網址）、可空白'],
  ['水稻戶數', '水稻戶數'],
]

/** Laid out as 「臺灣地區有機栽培農戶數及面積概況 API 介接說明書」 of 農委會 is, with its oddities. */
export function manualText(
  path: string,
  { bars = false, format = 'JSON', frequency = '每年', labels = LABELS } = {},
): string {
  const row = (...cells: string[]) => (bars ? `| ${cells.join(' | ')} |` : cells.join('\t'))
  return `行政院農業委員會
資料開放平台

有機栽培概況
API 介接說明書

文件編號：COAOPD-API-UDL214

版本：2.0

發行日期：2017/06/01

目 錄

1.	資料說明	1
(3)	更新頻率	1
(5)	授權方式	1

1. 資料說明

(1) 基本資料描述

本文件為「有機栽培農戶數及面積概況」介接使用說明。資料提供單位為農糧署。

(2) 資料內容描述

提供資料包括：年度、地區別、其他含特作、雜糧戶數等欄位資訊。

(3) 更新頻率

${frequency}

(4) 介接格式

輸出格式提供 XML、${format}、CSV 格式。若無資料，則傳回空值 []。

(5) 授權方式

本資料適用國發會授權條款。

2. 介接說明

■ 基本定義

- A. 「有機栽培農戶數及面積概況」資訊序號定義為「UDL214」
- B. Resource Path：
<${path}>
- C. 單次查詢，最多回傳所有資料。

A. 輸出資料標籤說明：

${row('編號', '標籤名稱', '標籤說明')}
${bars ? '| --- | --- | --- |\n' : ''}${labels.map(([name, about], at) => row(String(at + 1).padStart(2, '0'), name, about)).join('\n')}

戶數單位：戶

B. JSON Output 範例：

[{ "年度": "103", "LawUrl": "", "水稻戶數": "6" }]

(2) 進階查詢

- A. [${path}\\\\$top={top}&\\\\$skip={skip}&\\\\$filter={filter}](x)
`
}
