// Looks for a text for which SHA-256 of 'token:text' begins with so many zero bits (rule P4). Written out here because the
// browser's own SHA-256 answers one text at a time by way of a promise, and only on https.
'use strict';

const primes = (() => {
  const found = [];
  for (let candidate = 2; found.length < 64; candidate++) {
    if (found.every(prime => candidate % prime !== 0)) {
      found.push(candidate);
    }
  }

  return found;
})();
const fraction = number => (number - Math.floor(number)) * 4294967296 | 0;
const start = Int32Array.from(primes.slice(0, 8), prime => fraction(Math.sqrt(prime)));
const rounds = Int32Array.from(primes, prime => fraction(Math.cbrt(prime)));
const words = new Int32Array(64);
const turn = (word, by) => word >>> by | word << 32 - by;

function block(state, view, at) {
  for (let i = 0; i < 16; i++) {
    words[i] = view.getInt32(at + 4 * i);
  }

  for (let i = 16; i < 64; i++) {
    const x = words[i - 15], y = words[i - 2];
    words[i] = words[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ x >>> 3) + words[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ y >>> 10) | 0;
  }

  let a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
  for (let i = 0; i < 64; i++) {
    const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + rounds[i] + words[i] | 0;
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
    h = g; g = f; f = e; e = d + first | 0; d = c; c = b; b = a; a = first + second | 0;
  }

  state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

// The first word of the hash.
function head(text) {
  const bytes = new Uint8Array(Math.ceil((text.length + 9) / 64) * 64);
  for (let i = 0; i < text.length; i++) {
    bytes[i] = text.charCodeAt(i);
  }

  bytes[text.length] = 128;
  const view = new DataView(bytes.buffer);
  view.setInt32(bytes.length - 4, 8 * text.length);
  const state = start.slice();
  for (let at = 0; at < bytes.length; at += 64) {
    block(state, view, at);
  }

  return state[0];
}

onmessage = ({ data: { token, bits } }) => {
  let proof = 0;
  while (Math.clz32(head(token + ':' + proof)) < bits) {
    proof++;
  }

  postMessage(String(proof));
};
