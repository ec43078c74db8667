/** Digits that a double holds for certain. */
const DIGITS = 15
const MAX_EXPONENT = 999

/** Exact; raising to a power anew for every coordinate would cost more than reading it. */
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))
const powerOf10 = (exponent: number): number => POWERS[exponent] ?? 10 ** exponent

/** The value of a number as its bytes go by, to 15 digits: no string is made of it. */
export class JsonNumber {
  #sign = 1
  #mantissa = 0
  #digits = 0
  #scale = 0
  #exponent = 0
  #exponentSign = 1

  begin(): void {
    this.#sign = 1
    this.#mantissa = 0
    this.#digits = 0
    this.#scale = 0
    this.#exponent = 0
    this.#exponentSign = 1
  }

  sign(): void {
    this.#sign = -1
  }

  digit(digit: number, fraction: boolean): void {
    if (this.#digits < DIGITS) {
      this.#mantissa = this.#mantissa * 10 + digit
      if (this.#mantissa > 0) this.#digits++
      if (fraction) this.#scale--
    } else if (!fraction) this.#scale++
  }

  exponentSign(negative: boolean): void {
    if (negative) this.#exponentSign = -1
  }

  exponentDigit(digit: number): void {
    this.#exponent = Math.min(MAX_EXPONENT, this.#exponent * 10 + digit)
  }

  get value(): number {
    const power = this.#scale + this.#exponentSign * this.#exponent
    if (this.#mantissa === 0) return 0
    return this.#sign * (power < 0 ? this.#mantissa / powerOf10(-power) : this.#mantissa * powerOf10(power))
  }
}
