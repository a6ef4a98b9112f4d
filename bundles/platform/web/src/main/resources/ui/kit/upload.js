// A request that tells how much of its body has gone, which fetch cannot.

/**
 * @param {string} address
 * @param {{method: string, headers: Headers, body: Blob, signal?: AbortSignal}} request
 * @param {(part: number) => void} progress from 0 to 1
 * @returns {Promise<Response>}
 */
export function upload(address, { method, headers, body, signal }, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open(method, address);
    request.responseType = 'blob';
    headers.forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.upload.onload = () => progress(1);
    request.onload = () => resolve(answer(request));
    request.onerror = () => reject(new TypeError('no answer'));
    request.onabort = () => reject(signal.reason);
    request.onloadend = () => signal?.removeEventListener('abort', abort);
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    signal?.addEventListener('abort', abort);
    request.send(body);
  });
}

function answer(request) {
  const { status, response } = request;
  const lines = request.getAllResponseHeaders().trim().split(/[\r\n]+/);
  const headers = new Headers(lines.map(line => line.split(/:\s*(.*)/s, 2)));
  return new Response(response.size ? response : null, { status, headers });
}
