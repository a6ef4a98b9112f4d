/** What a refused request throws (RFC 9457). Status 0: no answer at all. */
export class Problem extends Error {
  /** @param {{status: number, title: string, detail?: string, type?: string, instance?: string,
   *     violations?: {field: string, row?: number, message: string}[]}} details */
  constructor({ status, title, detail, type, instance, violations = [] }) {
    super(detail || title);
    Object.assign(this, { name: 'Problem', status, title, detail, type, instance, violations });
  }
}
