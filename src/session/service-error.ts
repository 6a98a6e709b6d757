import {parseJson, readAnswer} from '../aws/answer-reader.ts';
import type {HttpAnswer} from '../aws/exchange.ts';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';

/** What an answer that is no success says. */
export interface ServiceAnswer {
	readonly status: number;
	/** Such as `AccessDeniedException`; undefined when the answer names none. */
	readonly serviceCode: string | undefined;
	/** In the service's words, whatever characters they hold; empty when it gave none. */
	readonly serviceMessage: string;
	readonly requestId: string | undefined;
}

/** CreateSession answered by the service, with no. Its message is fit to show. */
export class ServiceError extends ExpectedError implements ServiceAnswer {
	readonly status: number;
	readonly serviceCode: string | undefined;
	readonly serviceMessage: string;
	readonly requestId: string | undefined;

	constructor(answer: ServiceAnswer, next: readonly [string, ...string[]] = [usualStep(answer)]) {
		const {status, serviceCode, serviceMessage, requestId} = answer;
		const words = [serviceCode, serviceMessage].filter(text => text !== undefined && text !== '').join(': ');
		super(
			isPassing(answer) ? 'SESSION_UNAVAILABLE' : 'SESSION_REFUSED',
			printable(
				`IAM Roles Anywhere refused the session (HTTP ${status}): ${words || 'it did not say why'}${requestId === undefined ? '' : ` (request ${requestId})`}`,
			),
			{next},
		);
		this.status = status;
		this.serviceCode = serviceCode;
		this.serviceMessage = serviceMessage;
		this.requestId = requestId;
	}
}

/**
 * The error for an answer that is no success, with what is known of its message, which is only loaded now.
 *
 * @param better - A cause that is known better than the message tells; comes first among the next steps.
 */
export async function serviceError(answer: ServiceAnswer, better: readonly string[] = []): Promise<ServiceError> {
	const {adviceOn} = await import('../messages/advice-on.ts');
	const [first, ...others] = [...better, ...adviceOn(`${answer.serviceCode}: ${answer.serviceMessage}`)];
	return new ServiceError(answer, [first ?? usualStep(answer), ...others]);
}

/** What to do about a message of which nothing is known. */
function usualStep({status}: ServiceAnswer): string {
	return status >= 500 ? 'Try again in a minute' : 'Check the ARNs, the certificate and the region';
}

/** True for answers after which it is worth trying again (fact sheet, WIRE-19). */
export function isPassing({
	status,
	serviceCode = '',
}: {
	readonly status: number;
	readonly serviceCode?: string | undefined;
}): boolean {
	return status >= 500 || status === 429 || /throttl|toomanyrequests/i.test(serviceCode);
}

/**
 * Reads an answer that is no success (fact sheet, RESP-05): code from x-amzn-ErrorType without its
 * decorations, else from the body.
 *
 * @returns Undefined when the answer is not the service's, such as a proxy's page.
 */
export function readServiceAnswer({status, headers, body}: HttpAnswer): ServiceAnswer | undefined {
	const json = parseJson(body);
	const header = headers['x-amzn-errortype'];
	const isJson = typeof json === 'object' && json !== null;
	if (!isJson && header === undefined) {
		return undefined;
	}

	const members = readAnswer(json);
	return {
		status,
		serviceCode: undecorated(header ?? members.text('__type') ?? members.text('code')),
		serviceMessage: members.text('message') ?? members.text('Message') ?? '',
		requestId: headers['x-amzn-requestid'],
	};
}

/**
 * An answer that something other than IAM Roles Anywhere gave, such as a proxy or a login page (fact sheet, ERR-18).
 */
export function strangeAnswer({hostname}: URL, {status, headers, body}: HttpAnswer): ExpectedError {
	const type = headers['content-type']?.split(';')[0] ?? 'of no type';
	const title = titleOf(body);
	const titled = title === undefined ? '' : `, titled "${title}"`;
	return new ExpectedError(
		'ANSWER_UNREADABLE',
		printable(
			`What answered as ${hostname} is not IAM Roles Anywhere: HTTP ${status} with a body that is ${type}${titled}.`,
		),
		{
			next: [
				'Look for a proxy or a login page between here and the endpoint: echo $HTTPS_PROXY $NO_PROXY',
				'Check the endpoint: --endpoint, AWS_ENDPOINT_URL_ROLESANYWHERE, AWS_ENDPOINT_URL',
			],
		},
	);
}

/** The title of a page in HTML, in one line; undefined when there is none. Outside text: pass it through `printable`. */
export function titleOf(body: string): string | undefined {
	return /<title[^>]*>([^<]{1,200})/i.exec(body)?.[1]?.replace(/\s+/g, ' ').trim() || undefined;
}

/** `ns#AccessDeniedException:http://…` is `AccessDeniedException`. */
function undecorated(code: string | undefined): string | undefined {
	return code?.replace(/:.*$/s, '').replace(/^.*#/s, '').trim();
}
