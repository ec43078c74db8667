export { PROGRAM, VERSION } from '../program.ts'
