/**
 * Long work beside the server: each piece in a thread of its own, a few at a time, the rest in line, and what was found kept for
 * whoever asks for the same.
 *
 *     runs.ask('vejle 1 10000', task)   →   waiting (two before it) · working (37 %) · found · failed · crowded
 *
 * Nobody waits here: whoever asks is told how far it is, and asks again. Only what is asked for once, and not kept, is waited for.
 */
import { Worker } from 'node:worker_threads'
import { type RunFound, type RunTask } from './run-tasks.ts'

export type RunState =
  | { is: 'waiting'; before: number }
  | { is: 'working'; share: number }
  | { is: 'found'; found: RunFound }
  /** The thread came to no end: a fault of ours. It is tried again when it is asked for again. */
  | { is: 'failed' }
  /** So many wait already that this is not put in line. */
  | { is: 'crowded' }

export type RunsOptions = {
  /** The program that does one task in a thread. */
  program: URL
  /** How many at a time, how many may wait, and how many results are kept. */
  most?: number
  waitingMost?: number
  keptMost?: number
}

type Run = { task: RunTask; state: RunState; thread?: Worker; heard: (() => void)[] }

export class Runs {
  private readonly runs = new Map<string, Run>()
  private readonly most: number
  private readonly waitingMost: number
  private readonly keptMost: number
  private readonly program: URL
  private onces = 0

  constructor({ program, most = 2, waitingMost = 16, keptMost = 12 }: RunsOptions) {
    this.program = program
    this.most = most
    this.waitingMost = waitingMost
    this.keptMost = keptMost
  }

  /** How far the work under a key is; it is begun if nobody has asked for it. */
  ask(key: string, task: RunTask): RunState {
    const known = this.runs.get(key)
    if (known !== undefined) {
      // What was asked for last is kept longest; what failed is told once.
      if (known.state.is === 'found' || known.state.is === 'failed') this.runs.delete(key)
      if (known.state.is === 'found') this.runs.set(key, known)
      return this.stateOf(known)
    }
    if (this.inState('waiting').length >= this.waitingMost) return { is: 'crowded' }
    const run: Run = { task, state: { is: 'waiting', before: 0 }, heard: [] }
    this.runs.set(key, run)
    this.next()
    return this.stateOf(run)
  }

  /** The same, but waits a little for an end that is near. */
  async askPatiently(key: string, task: RunTask, patienceMs: number): Promise<RunState> {
    const state = this.ask(key, task)
    const run = this.runs.get(key)
    if (run === undefined || (state.is !== 'waiting' && state.is !== 'working')) return state
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patienceMs)
      run.heard.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
    return this.ask(key, task)
  }

  /** Does a task that nobody else can ask for, waits for its end, and keeps nothing of it. */
  async once(task: RunTask): Promise<Extract<RunState, { is: 'found' | 'failed' | 'crowded' }>> {
    const key = `once ${++this.onces}`
    const first = this.ask(key, task)
    const run = this.runs.get(key)
    if (run === undefined) return first.is === 'crowded' ? first : { is: 'failed' }
    if (run.state.is === 'waiting' || run.state.is === 'working')
      await new Promise<void>((resolve) => run.heard.push(resolve))
    this.runs.delete(key)
    return run.state.is === 'found' ? run.state : { is: 'failed' }
  }

  /** Ends every thread; whoever waits hears that nothing comes. */
  async close(): Promise<void> {
    const threads = [...this.runs.values()].flatMap(({ thread }) => thread ?? [])
    const heard = [...this.runs.values()].flatMap((run) => run.heard.splice(0))
    this.runs.clear()
    for (const hear of heard) hear()
    await Promise.all(threads.map((thread) => thread.terminate()))
  }

  private inState(is: RunState['is']): Run[] {
    return [...this.runs.values()].filter(({ state }) => state.is === is)
  }

  private stateOf(run: Run): RunState {
    return run.state.is === 'waiting' ? { is: 'waiting', before: this.inState('waiting').indexOf(run) } : run.state
  }

  private next(): void {
    const [run] = this.inState('waiting')
    if (run === undefined || this.inState('working').length >= this.most) return
    run.state = { is: 'working', share: 0 }
    const thread = new Worker(this.program, { workerData: run.task })
    run.thread = thread
    const end = (state: RunState) => {
      if (run.thread === undefined) return
      delete run.thread
      run.state = state
      void thread.terminate()
      for (const heard of run.heard.splice(0)) heard()
      this.forget()
      this.next()
    }
    thread.on('message', (message: { share: number } | { found: RunFound }) => {
      if ('share' in message) run.state = { is: 'working', share: message.share }
      else end({ is: 'found', found: message.found })
    })
    thread.on('error', (fault) => {
      console.error(fault)
      end({ is: 'failed' })
    })
    thread.on('exit', () => end({ is: 'failed' }))
    this.next()
  }

  /** The results nobody has asked for longest go first. */
  private forget(): void {
    const found = [...this.runs].filter(([, { state }]) => state.is === 'found')
    for (const [key] of found.slice(0, Math.max(0, found.length - this.keptMost))) this.runs.delete(key)
  }
}
