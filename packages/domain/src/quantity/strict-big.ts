import Big from 'big.js'

function createStrict(): Big.BigConstructor {
  const strict = Big()
  strict.strict = true
  return strict
}

/** big.js of our own: strict (no binary number gets in or out unnoticed), settings not shared with other users. */
export const StrictBig: Big.BigConstructor = /* @__PURE__ */ createStrict()
