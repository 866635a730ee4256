import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { carryNonce, cspNonce } from './csp-nonce.ts'

const nonce = cspNonce()
if (nonce !== undefined) carryNonce(nonce)

const root = document.getElementById('app')
if (root !== null) createRoot(root).render(<App />)
