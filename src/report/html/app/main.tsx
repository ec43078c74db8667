import { render } from 'preact'
import type { PageData } from '../../view.ts'
import { Report } from './report.tsx'
import { STRINGS } from './strings.ts'

const ledger = document.getElementById('ledger')
const app = document.getElementById('app')
if (!ledger || !app) throw new Error('this page carries no ledger')

const page: PageData = JSON.parse(ledger.textContent ?? '')
document.documentElement.lang = page.language
document.title = [STRINGS.title[page.language], ...page.header.catalogue].join(' – ')
render(<Report page={page} />, app)
