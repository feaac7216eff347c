/** What is worked out of many pieces at a tap: a column of whole numbers for each thing, one place for each piece. */
const COLUMNS = 10;

export class Columns {
  readonly count: number;
  /** The number of the ways out: 0 where nothing stands in the way. */
  readonly ways: Int32Array;
  readonly forChild: Int32Array;
  readonly unknownWishes: Int32Array;
  readonly prices: Int32Array;
  /** The degrees that are made live. */
  readonly stock: Int32Array;
  readonly colour: Int32Array;
  readonly cheap: Int32Array;
  /** Sum of the weights, and of weight times degree. */
  readonly weights: Int32Array;
  readonly gained: Int32Array;
  /** The score in millionths. */
  readonly exact: Int32Array;

  constructor(count: number) {
    // One piece of memory: a question tries a hundred answers, and each of them has its columns.
    const cells = new Int32Array(COLUMNS * count);
    let taken = 0;
    const next = () => cells.subarray(count * taken++, count * taken);
    this.count = count;
    this.ways = next();
    this.forChild = next();
    this.unknownWishes = next();
    this.prices = next();
    this.stock = next();
    this.colour = next();
    this.cheap = next();
    this.weights = next();
    this.gained = next();
    this.exact = next();
  }
}
