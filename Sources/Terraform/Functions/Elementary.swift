/// Logarithm, exponential and power of doubles, by the same algorithms as Go's `math` (FreeBSD's msun and Go's own
/// power), so that the last digit is the one that Terraform prints.
enum Elementary {
  static func log(_ value: Double) -> Double {
    if value.isNaN || value == .infinity { return value }
    if value < 0 { return .nan }
    if value == 0 { return -.infinity }
    var (fraction, exponent) = parts(value)
    if fraction < 0.5.squareRoot() {
      fraction *= 2
      exponent -= 1
    }
    let f = fraction - 1
    let k = Double(exponent)
    let s = f / (2 + f)
    let s2 = s * s
    let s4 = s2 * s2
    let t1 =
      s2
      * (6.666666666666735130e-01 + s4
        * (2.857142874366239149e-01 + s4 * (1.818357216161805012e-01 + s4 * 1.479819860511658591e-01)))
    let t2 = s4 * (3.999999999940941908e-01 + s4 * (2.222219843214978396e-01 + s4 * 1.531383769920937332e-01))
    let r = t1 + t2
    let half = 0.5 * f * f
    return k * ln2High - ((half - (s * (half + r) + k * ln2Low)) - f)
  }

  private static let ln2High = 6.93147180369123816490e-01
  private static let ln2Low = 1.90821492927058770002e-10

  static func exp(_ value: Double) -> Double {
    if value.isNaN || value == .infinity { return value }
    if value == -.infinity { return 0 }
    if value > 7.09782712893383973096e+02 { return .infinity }
    if value < -7.45133219101941108420e+02 { return 0 }
    if abs(value) < 1.0 / Double(1 << 28) { return 1 + value }
    let log2e = 1.44269504088896338700e+00
    let k = value < 0 ? Int(log2e * value - 0.5) : value > 0 ? Int(log2e * value + 0.5) : 0
    let high = value - Double(k) * ln2High
    let low = Double(k) * ln2Low
    let r = high - low
    let t = r * r
    let p5 = 4.13813679705723846039e-08
    let tail = -1.65339022054652515390e-06 + t * p5
    let c =
      r - t
      * (1.66666666666666657415e-01 + t
        * (-2.77777777770155933842e-03 + t * (6.61375632143793436117e-05 + t * tail)))
    let y = 1 - ((low - (r * c) / (2 - c)) - high)
    return scaled(y, by: k)
  }

  static func pow(_ base: Double, _ power: Double) -> Double {
    if power == 0 || base == 1 { return 1 }
    if power == 1 { return base }
    if base.isNaN || power.isNaN { return .nan }
    if base == 0 { return powerOfZero(base, power) }
    if power.isInfinite { return base == -1 ? 1 : (abs(base) < 1) == (power > 0) ? 0 : .infinity }
    if base.isInfinite {
      if base < 0 { return pow(1 / base, -power) }
      return power < 0 ? 0 : .infinity
    }
    if power == 0.5 { return base.squareRoot() }
    if power == -0.5 { return 1 / base.squareRoot() }
    var whole = abs(power).rounded(.towardZero)
    var fraction = abs(power) - whole
    if fraction != 0, base < 0 { return .nan }
    if whole >= 0x1p63 { return base == -1 ? 1 : (abs(base) < 1) == (power > 0) ? 0 : .infinity }
    var (mantissa, exponent) = (1.0, 0)
    if fraction != 0 {
      if fraction > 0.5 {
        fraction -= 1
        whole += 1
      }
      mantissa = exp(fraction * log(base))
    }
    var (square, squareExponent) = parts(base)
    var remaining = whole >= 0x1p63 ? Int64.max : Int64(whole)
    while remaining != 0 {
      if squareExponent < -1 << 12 || 1 << 12 < squareExponent {
        exponent += squareExponent
        break
      }
      if remaining & 1 == 1 {
        mantissa *= square
        exponent += squareExponent
      }
      square *= square
      squareExponent <<= 1
      if square < 0.5 {
        square += square
        squareExponent -= 1
      }
      remaining >>= 1
    }
    if power < 0 {
      mantissa = 1 / mantissa
      exponent = -exponent
    }
    return scaled(mantissa, by: exponent)
  }

  private static func powerOfZero(_ base: Double, _ power: Double) -> Double {
    let isOdd = power.rounded(.towardZero) == power && abs(power) < 0x1p53 && Int64(power) & 1 == 1
    let isNegative = base.sign == .minus && isOdd
    if power < 0 { return isNegative ? -.infinity : .infinity }
    return isNegative ? base : 0
  }

  /// A fraction from a half up to one, and the exponent of two.
  private static func parts(_ value: Double) -> (fraction: Double, exponent: Int) {
    guard value != 0, value.isFinite else { return (value, 0) }
    let fraction = Double(sign: value.sign, exponent: -1, significand: value.significand)
    return (fraction, Int(value.exponent) + 1)
  }

  private static func scaled(_ value: Double, by exponent: Int) -> Double {
    Double(sign: .plus, exponent: max(min(exponent, 5000), -5000), significand: value)
  }
}
