class RateLimiter {
  #limit;
  #windowMs;
  #keys = new Map();

  constructor(limit, windowMs) {
    if (limit < 1 || windowMs < 1) throw new RangeError("limit and window must be at least 1");
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  allow(key, atMs) {
    if (this.remaining(key, atMs) === 0) return false;
    this.#requests(key).moments.push(atMs);
    return true;
  }

  remaining(key, atMs) {
    const requests = this.#requests(key);
    const { moments } = requests;
    while (requests.first < moments.length && moments[requests.first] <= atMs - this.#windowMs) requests.first++;
    // Taking moments off the front one by one would move all others each time.
    if (requests.first * 2 > moments.length) {
      moments.splice(0, requests.first);
      requests.first = 0;
    }
    return this.#limit - (moments.length - requests.first);
  }

  #requests(key) {
    let requests = this.#keys.get(key);
    if (requests === undefined) {
      requests = { moments: [], first: 0 };
      this.#keys.set(key, requests);
    }
    return requests;
  }
}

module.exports = { RateLimiter };
