// The moments of a key's requests; those before `first` have left the window.
interface Requests {
  moments: number[];
  first: number;
}

export class RateLimiter {
  private readonly keys = new Map<string, Requests>();

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
  ) {
    if (limit < 1 || windowMs < 1) throw new RangeError("limit and window must be at least 1");
  }

  allow(key: string, atMs: number): boolean {
    if (this.remaining(key, atMs) === 0) return false;
    this.requests(key).moments.push(atMs);
    return true;
  }

  remaining(key: string, atMs: number): number {
    const requests = this.requests(key);
    const { moments } = requests;
    while (requests.first < moments.length && moments[requests.first] <= atMs - this.windowMs) requests.first++;
    // Taking moments off the front one by one would move all others each time.
    if (requests.first * 2 > moments.length) {
      moments.splice(0, requests.first);
      requests.first = 0;
    }
    return this.limit - (moments.length - requests.first);
  }

  private requests(key: string): Requests {
    let requests = this.keys.get(key);
    if (requests === undefined) {
      requests = { moments: [], first: 0 };
      this.keys.set(key, requests);
    }
    return requests;
  }
}
