// @ts-check
// What stands in a cell, read and written. The server has the last word; this is for the echo under the fingers.

/** @typedef {import("./grid.js").Planned} Planned */

const part = /^(\d+(?:[.,]\d+)?|[.,]\d+)\s*(%|:(\d{2})|h(?:ours?|rs?)?\s*(\d{1,2})?|ч(?:\.|аса?|асов)?|小时|小時|时|m(?:in(?:utes?|s)?)?|мин(?:\.|уты?)?|м|分钟|分鐘|分)?\s*([tт?])?$/i;

/**
 * What was meant by a text: 40, 40%, 16h, 16:30, 40t, 20+10t; nothing clears. A bare number keeps the certainty of
 * the cell. `null` when it is not understood, or the week's minutes are not known.
 * @param {string} text @param {boolean} inHours @param {number | undefined} nominal @param {Planned} now
 * @returns {Planned | null}
 */
export function read(text, inHours, nominal, now) {
  const parts = text.trim() === "" ? [] : text.split(/[+＋]/);
  /** @type {Planned} */
  const meant = { confirmed: 0, tentative: 0 };
  for (const one of parts) {
    const found = part.exec(one.normalize("NFKC").trim().replace(/\s+/g, " "));
    const minutes = found && minutesOf(found, inHours, nominal);
    if (minutes === null || found === null) return null;
    const keepsBlue = parts.length === 1 && now.tentative > 0 && now.confirmed === 0;
    meant[found[5] || keepsBlue ? "tentative" : "confirmed"] += minutes;
  }
  return meant;
}

/** @param {RegExpExecArray} found @param {boolean} inHours @param {number | undefined} nominal */
function minutesOf([, digits, unit = "", past, more], inHours, nominal) {
  const amount = Number(digits.replace(",", "."));
  if (past !== undefined) return Math.round(amount * 60) + Number(past);
  if (/^(h|ч|小|时)/i.test(unit)) return Math.round(amount * 60) + Number(more ?? 0);
  if (/^(m|м|分)/i.test(unit)) return Math.round(amount);
  if (unit === "" && inHours) return Math.round(amount * 60);
  return nominal === undefined ? null : Math.round((amount * nominal) / 100);
}

/**
 * The shortest text that is read back as the same minutes.
 * @param {Planned} planned @param {boolean} inHours @param {number | undefined} nominal
 */
export function write({ confirmed, tentative }, inHours, nominal) {
  const texts = [];
  if (confirmed) texts.push(amount(confirmed, inHours, nominal));
  if (tentative) texts.push(amount(tentative, inHours, nominal) + "t");
  return texts.join("+");
}

/** @param {number} minutes @param {boolean} inHours @param {number | undefined} nominal */
function amount(minutes, inHours, nominal) {
  if (!inHours && nominal) {
    const share = Math.round((minutes * 100) / nominal);
    if (Math.round((share * nominal) / 100) === minutes) return String(share);
  }
  const past = minutes % 60;
  return Math.floor(minutes / 60) + (past ? `:${String(past).padStart(2, "0")}` : inHours ? "" : "h");
}

/**
 * The rows and columns of a text copied from a spreadsheet: tabs between, quotes around a cell that has tabs,
 * line ends or quotes of its own.
 * @param {string} text
 */
export function table(text) {
  /** @type {string[][]} */
  const rows = [[]];
  let cell = "", quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t") {
      rows[rows.length - 1].push(cell.trim());
      cell = "";
    }
    else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[i + 1] === "\n") i++;
      rows[rows.length - 1].push(cell.trim());
      cell = "";
      if (i < text.length - 1) rows.push([]);
    } else cell += sign;
  }
  if (cell !== "" || text.endsWith("\t") || rows[rows.length - 1].length === 0) rows[rows.length - 1].push(cell.trim());
  return rows.map((row) => row.map(plain));
}

/**
 * Shares of a week, as a spreadsheet without a percent format gives them: numbers up to 1.5, one with a fraction at least.
 * @param {string[][]} block @returns {string[][] | null} the same in percent; null when they are something else
 */
export function shares(block) {
  const numbers = block.flat().filter((text) => text !== "");
  const isShare = (/** @type {string} */ text) => /^\d?(?:[.,]\d+)?$/.test(text) && Number(text.replace(",", ".")) <= 1.5;
  if (!numbers.every(isShare) || !numbers.some((text) => /[.,]/.test(text))) return null;
  return block.map((row) => row.map((text) => (text === "" ? "" : String(Math.round(Number(text.replace(",", ".")) * 1e4) / 100))));
}

// Spreadsheets show a dash, or a grouped number, where we want digits.
/** @param {string} text */
const plain = (text) => (/^[-–—]$/.test(text) ? "" : text.replace(/[\u00a0\u202f\u2009]/g, ""));
