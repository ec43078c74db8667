import { createHash } from 'node:crypto'

/** The one style sheet, in each page; its digest is all that the policy lets through. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b2733;--soft:#51606e;--line:#d5dce3;--back:#fff;--tint:#f4f6f8;--link:#0b5394;--gold:#c99700;--silver:#8f9ba8;--bronze:#a8612f;--none:#d5dce3;--bad:#a3231c;--good:#1d7a46}
@media(prefers-color-scheme:dark){:root{--ink:#e6ebf0;--soft:#a9b6c2;--line:#3a4754;--back:#12181e;--tint:#1c252e;--link:#8cc2f5;--none:#4a5764;--bad:#ff9d94;--good:#7fd6a4}}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:var(--back);font:16px/1.6 "Noto Sans TC","Noto Sans CJK TC","Microsoft JhengHei","PingFang TC",system-ui,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;padding-top:1rem;padding-bottom:.5rem;border-bottom:2px solid var(--ink)}
header>a{font-weight:700;color:inherit;text-decoration:none}
nav ul,.links{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0;padding:0;list-style:none}
header nav{flex:1}
main{padding-bottom:3rem}
footer{padding-top:1rem;padding-bottom:2rem;color:var(--soft);font-size:.875rem}
h1{margin:1.5rem 0 .5rem;font-size:1.6rem;line-height:1.3}
h2{margin:2rem 0 .5rem;font-size:1.2rem}
a{color:var(--link)}
a,button,input,select{min-height:24px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.25rem;background:var(--back);padding:.25rem .5rem}
.soft,small{color:var(--soft);font-size:.875rem}
.warn{padding:.5rem .75rem;border-left:4px solid var(--bad);background:var(--tint)}
.warn h2{margin:0}
.scroll{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:left;color:var(--soft);font-size:.875rem;padding-bottom:.25rem}
th,td{padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{white-space:nowrap;color:var(--soft);font-weight:600}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.wide{min-width:14rem}.nowrap{white-space:nowrap}
tbody th{font-weight:400}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem 1rem;margin:.5rem 0}
dt{color:var(--soft)}dd{margin:0}
.cards{grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.75rem}
.cards>div{padding:.5rem .75rem;border:1px solid var(--line);border-top:4px solid var(--line)}
.cards dd{font-size:1.6rem;font-weight:600;font-variant-numeric:tabular-nums;line-height:1.3}
.cards small{display:block;font-weight:400}
.cards .gold{border-top-color:var(--gold)}.cards .silver{border-top-color:var(--silver)}.cards .bronze{border-top-color:var(--bronze)}.cards .none{border-top-color:var(--soft)}
form{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:.75rem 0}
label{display:grid;grid-template-columns:minmax(0,1fr);gap:.1rem;font-size:.875rem;color:var(--soft);max-width:100%}
input,select,button{font:inherit;padding:.3rem .5rem;border:1px solid var(--soft);border-radius:4px;color:var(--ink);background:var(--back);max-width:100%}
button{cursor:pointer;background:var(--tint)}
svg{display:block;max-width:100%;height:auto}
.bar{width:100%;height:1.75rem}
svg text{fill:var(--ink);font-size:12px}
.f-gold{fill:var(--gold)}.f-silver{fill:var(--silver)}.f-bronze{fill:var(--bronze)}.f-none{fill:var(--none)}
.axis{stroke:var(--line)}.seg{stroke:var(--back)}.band{fill:var(--link);opacity:.25}.curve{fill:none;stroke:var(--link);stroke-width:2}.dot{fill:var(--link)}
.legend{display:flex;flex-wrap:wrap;gap:0 1rem;padding:0;margin:.25rem 0;list-style:none;font-size:.875rem}
.legend li::before{content:"";display:inline-block;width:.7em;height:.7em;margin-right:.35em;background:var(--none)}
.legend .gold::before{background:var(--gold)}.legend .silver::before{background:var(--silver)}.legend .bronze::before{background:var(--bronze)}
.fail{color:var(--bad)}.pass{color:var(--good)}
code{font:.85em ui-monospace,Consolas,monospace}
@media(max-width:40rem){h1{font-size:1.35rem}}
@media print{header nav,form,.skip{display:none}}
`

export const STYLE_DIGEST = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`
