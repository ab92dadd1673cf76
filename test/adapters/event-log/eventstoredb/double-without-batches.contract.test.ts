import { contractOnDouble } from './double-contract.js'

contractOnDouble('batch append not announced', { batchAppend: false })
