// A list as a file that spreadsheets open.

const BOM = '\uFEFF';

/** @param {unknown[][]} rows the first one holds the headers */
export function csv(rows) {
  return BOM + rows.map(row => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** Words that a spreadsheet would take for a formula are shown as words. */
function cell(value) {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Offers a file to be kept. */
export function save(content, name, type) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
