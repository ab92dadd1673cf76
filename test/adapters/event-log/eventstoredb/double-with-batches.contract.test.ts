import { contractOnDouble } from './double-contract.js'

contractOnDouble('batch append announced', { batchAppend: true })
