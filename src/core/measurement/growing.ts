/**
 * Columns that grow: numbers are added at the end, and nothing already added is copied.
 *
 * Twenty million facts arrive before anybody knows how many there are. An array that doubles would hold twice what it
 * needs at the worst moment, so a column is a list of blocks of 65,536 numbers.
 */
const blockBits = 16
const blockLength = 1 << blockBits
const blockMask = blockLength - 1

export class GrowingWholes {
  length = 0
  readonly blocks: Int32Array[] = []
  private last = new Int32Array(0)

  push(value: number): void {
    const at = this.length++ & blockMask
    if (at === 0) this.blocks.push((this.last = new Int32Array(blockLength)))
    this.last[at] = value
  }

  /** Adds a value until there are as many as asked for. */
  fillTo(length: number, value: number): void {
    while (this.length < length) this.push(value)
  }

  at(index: number): number {
    return this.blocks[index >>> blockBits]![index & blockMask]!
  }

  set(index: number, value: number): void {
    this.blocks[index >>> blockBits]![index & blockMask] = value
  }

  toArray(): Int32Array {
    const all = new Int32Array(this.length)
    for (const [number, block] of this.blocks.entries()) {
      const start = number * blockLength
      all.set(this.length - start < blockLength ? block.subarray(0, this.length - start) : block, start)
    }
    return all
  }
}
