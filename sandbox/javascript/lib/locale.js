// Numbers with thousands separators, as `toLocaleString` has them in English; other languages are not to be had.
"use strict";

function grouped(number, options = {}) {
  if (!Number.isFinite(number)) return Number.isNaN(number) ? "NaN" : number < 0 ? "-∞" : "∞";
  const percent = options.style === "percent", value = percent ? number * 100 : number;
  const least = options.minimumFractionDigits ?? (options.style === "currency" ? 2 : 0);
  const most = options.maximumFractionDigits ?? Math.max(least, options.style === "currency" ? 2 : percent ? 0 : 3);
  let [whole, fraction = ""] = Math.abs(value).toFixed(most).split(".");
  while (fraction.length > least && fraction.endsWith("0")) fraction = fraction.slice(0, -1);
  whole = whole.padStart(options.minimumIntegerDigits ?? 1, "0");
  if (options.useGrouping !== false) whole = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value < 0 && (Number(whole.replaceAll(",", "")) || Number(fraction)) || Object.is(value, -0) ? "-" : "";
  const unit = options.style === "currency" ? { USD: "$", EUR: "€", GBP: "£", JPY: "¥" }[options.currency] ?? "" : "";
  return sign + unit + whole + (fraction ? `.${fraction}` : "") + (percent ? "%" : "");
}

const hidden = (object, name, value) =>
  Object.defineProperty(object, name, { value, writable: true, configurable: true, enumerable: false });
hidden(Number.prototype, "toLocaleString", function toLocaleString(locale, options) {
  return grouped(Number(this), options);
});
hidden(BigInt.prototype, "toLocaleString", function toLocaleString() {
  return String(this).replace(/\B(?=(\d{3})+$)/g, ",");
});

if (!globalThis.Intl) {
  class NumberFormat {
    constructor(locale, options) {
      this.format = (number) => (typeof number === "bigint" ? number.toLocaleString() : grouped(Number(number), options));
    }
    resolvedOptions() {
      return { locale: "en-US", numberingSystem: "latn" };
    }
  }
  class Collator {
    compare = (a, b) => String(a).localeCompare(String(b));
  }
  const callable = (Type) => new Proxy(Type, { apply: (target, self, values) => new target(...values) });
  hidden(globalThis, "Intl", { NumberFormat: callable(NumberFormat), Collator: callable(Collator) });
}
