/**
 * An exact decimal as canonical text: optional minus, digits, optional point and digits; no exponent, no plus,
 * no leading or trailing zeros (`518`, `-0.15`).
 */
export type Decimal = string
