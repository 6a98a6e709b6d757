import type {IncomingMessage} from 'node:http';

/** A request whose headers are complete, signature included. */
export interface OutgoingRequest {
	readonly url: URL;
	readonly method: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
}

/** What came back. */
export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | undefined>>;
	readonly body: string;
}

/** How long a silent peer is waited for, in milliseconds. */
const PATIENCE = 20_000;

/** Answers beyond this many bytes are refused: nothing that a control plane says is this long. */
const LONGEST = 8 * 1024 * 1024;

/**
 * Sends one request over http or https and reads the whole answer.
 *
 * @throws {Error} what the network said, when there is no answer; `AbortError` when interrupted.
 */
export async function send({url, method, headers, body}: OutgoingRequest, signal: AbortSignal): Promise<Answer> {
	const {request} = url.protocol === 'http:' ? await import('node:http') : await import('node:https');
	return new Promise((resolve, reject) => {
		const outgoing = request(url, {method, headers, signal, timeout: PATIENCE}, response => {
			readAnswer(response).then(resolve, reject);
		});
		outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${PATIENCE / 1000} seconds`)));
		outgoing.on('error', reject);
		outgoing.end(body);
	});
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of response) {
		const bytes = Buffer.from(chunk);
		length += bytes.length;
		if (length > LONGEST) {
			response.destroy();
			throw new Error(`the answer is longer than ${LONGEST} bytes`);
		}

		chunks.push(bytes);
	}

	const headers = Object.entries(response.headers).map(([name, value]) => [
		name,
		Array.isArray(value) ? value.join(', ') : value,
	]);
	return {
		status: response.statusCode ?? 0,
		headers: Object.fromEntries(headers),
		body: Buffer.concat(chunks).toString('utf8'),
	};
}
