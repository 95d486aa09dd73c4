/** How long whoever asks can wait, over all providers and attempts of one question. */
export class Patience {
  /** Of a person in front of a screen. */
  static ofPerson = () => new Patience(15_000);
  /** Of a job that nobody watches second by second. */
  static ofJob = () => new Patience(60_000);

  private readonly end: number;

  private constructor(milliseconds: number) {
    this.end = Date.now() + milliseconds;
  }

  /** Milliseconds that are left. */
  get left(): number {
    return Math.max(0, this.end - Date.now());
  }
}
