/** What the server answers with. */
import { type VNode } from 'preact'

/** A file that is sent instead of the page, to be kept; one that is made while it is sent comes in pieces. */
export type SentFile = { name: string; type: string; content: string | Uint8Array | Iterable<string> }
export type Answered = { status: number; page: VNode; file?: SentFile }
