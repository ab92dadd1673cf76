import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A network between a client and a server on this machine, which can be made to fail. */
export interface TcpProxy {
  readonly port: number
  /** As from now, new connections are carried, and those that were not cut or lost go on. */
  readonly pass: () => void
  /** Breaks what is connected, with a reset; new connections are carried. */
  readonly cut: () => void
  /** Breaks what is connected and whatever comes, until `pass`. */
  readonly refuse: () => void
  /** Takes connections and bytes, and never answers, until `pass`: then what was swallowed is lost with its connection. */
  readonly blackHole: () => void
  /** The far ends of what is connected have vanished, and nobody tells; new connections are carried. */
  readonly halfOpen: () => void
  /** Milliseconds that everything takes in each direction. */
  readonly latency: (milliseconds: number) => void
  readonly connections: () => number
  readonly close: () => Promise<void>
}

interface Carried {
  readonly near: Socket
  readonly far: Socket
  /** Bytes come in and go nowhere. */
  lost: boolean
}

type Mode = 'pass' | 'refuse' | 'black-hole'

export const startTcpProxy = async (targetPort: number): Promise<TcpProxy> => {
  const open = new Set<Carried>()
  let mode: Mode = 'pass'
  let delay = 0

  const cutAll = (): void => {
    for (const { near, far } of open) {
      near.resetAndDestroy()
      far.destroy()
    }
  }
  const loseAll = (): void => {
    for (const carried of open) carried.lost = true
  }

  const server = createServer((near) => {
    near.on('error', () => undefined)
    if (mode === 'refuse') {
      near.resetAndDestroy()
      return
    }
    const far = mode === 'pass' ? connect(targetPort, '127.0.0.1') : near
    far.on('error', () => undefined)
    const carried: Carried = { near, far, lost: mode === 'black-hole' }
    open.add(carried)
    near.on('close', () => {
      open.delete(carried)
      far.destroy()
    })
    if (carried.lost) {
      near.resume()
      return
    }
    far.on('close', () => {
      if (!carried.lost) near.destroy()
    })
    carry(carried, near, far, () => delay)
    carry(carried, far, near, () => delay)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    port: (server.address() as AddressInfo).port,
    pass: () => {
      mode = 'pass'
      for (const { near, lost } of open) if (lost) near.resetAndDestroy()
    },
    cut: cutAll,
    refuse: () => {
      mode = 'refuse'
      cutAll()
    },
    blackHole: () => {
      mode = 'black-hole'
      loseAll()
    },
    halfOpen: () => {
      loseAll()
      for (const { far } of open) far.destroy()
    },
    latency: (milliseconds) => void (delay = milliseconds),
    connections: () => open.size,
    close: async () => {
      cutAll()
      await new Promise<void>((resolve) =>
        server.close(() => {
          resolve()
        }),
      )
    },
  }
}

/** Carries what one socket gives to the other, in order, each piece after its delay; what is lost is read and dropped. */
const carry = (carried: Carried, from: Socket, to: Socket, delay: () => number): void => {
  let before = Promise.resolve()
  from.on('data', (bytes) => {
    if (carried.lost) return
    const due = Date.now() + delay()
    before = before.then(async () => {
      const rest = due - Date.now()
      if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
      if (carried.lost || to.destroyed || to.write(bytes)) return
      from.pause()
      to.once('drain', () => from.resume())
    })
  })
  from.on('end', () => {
    void before.then(() => {
      if (!carried.lost) to.end()
    })
  })
}
