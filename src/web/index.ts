/**
 * Pages: every page of Bundlinje as whole HTML, rendered on the server, that works without script.
 *
 * An address says which page, in which language, with which choices; `answer.tsx` finds what the page shows by asking
 * operations; each folder is one page. Components that several pages use are in `parts`, drawings in `charts`.
 */
export { type WebOptions, createServer } from './server.tsx'
