/**
 * A column that grows: numbers are added at the end.
 *
 * The array becomes four times as long when it is full. Twenty million facts arrive before anybody knows how many there
 * are; the part of a large array that nobody has written to takes no memory yet, and an array that is let go is given
 * back whole, which many small ones are not.
 */
const lengthAtFirst = 1024

export class GrowingWholes {
  length = 0
  private values = new Int32Array(0)

  push(value: number): void {
    if (this.length === this.values.length) this.values = grown(this.values, Int32Array)
    this.values[this.length++] = value
  }

  /** Adds a value until there are as many as asked for. */
  fillTo(length: number, value: number): void {
    while (this.length < length) this.push(value)
  }

  at(index: number): number {
    return this.values[index]!
  }

  set(index: number, value: number): void {
    this.values[index] = value
  }

  toArray(): Int32Array {
    return this.values.slice(0, this.length)
  }
}

/** The same numbers in an array of four times the length, empty ones excepted. */
function grown<Column extends Int32Array | Uint32Array | Float64Array>(
  column: Column,
  make: new (length: number) => Column,
): Column {
  const larger = new make(Math.max(lengthAtFirst, column.length * 4))
  larger.set(column)
  return larger
}
