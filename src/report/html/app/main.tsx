import { render } from 'preact'
import type { PageHead } from '../page-data.ts'
import { Report } from './report.tsx'
import { createStore } from './store/store.ts'

const ledger = document.getElementById('ledger')
const app = document.getElementById('app')
if (!ledger || !app) throw new Error('this page carries no ledger')

const head: PageHead = JSON.parse(ledger.textContent ?? '')
app.textContent = ''
const store = createStore()
render(<Report head={head} store={store} />, app)
// Ready before they are asked for: the list, the search and the printed report need them.
store.datasets()
store.problems()
