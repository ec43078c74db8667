// Reads one catalogue to its end; started by catalogue.mjs.
import { readCatalogue } from '../dist/src/catalogue/index.js'

const [path] = process.argv.slice(2)
let datasets = 0
let resources = 0
let problems = 0
for await (const entry of readCatalogue({ name: path, path })) {
  if (entry.kind === 'dataset') {
    datasets++
    resources += entry.dataset.resources.length
  } else problems++
}
console.log(`${datasets} datasets, ${problems} problems, ${resources} resources`)
