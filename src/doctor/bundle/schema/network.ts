import * as z from 'zod/mini';
import type {
	AuthoritiesEvidence,
	EndpointEvidence,
	HttpEvidence,
	NetworkEvidence,
	ProxyEvidence,
	TlsEvidence,
} from '../../evidence/network.ts';
import {base64, count, look, maybe, text, texts} from './look.ts';
import {type Members, shownTexts} from './members.ts';

const endpoint: z.ZodMiniType<EndpointEvidence> = z.object({
	url: text,
	origin: text,
	region: text,
	warnings: shownTexts,
} satisfies Members<EndpointEvidence>);

const proxy: z.ZodMiniType<ProxyEvidence> = z.object({
	url: text,
	hasPassword: z.boolean(),
	variable: text,
} satisfies Members<ProxyEvidence>);

const authorities: z.ZodMiniType<AuthoritiesEvidence> = z.object({
	variable: text,
	path: text,
	certificates: look(count),
} satisfies Members<AuthoritiesEvidence>);

const tls: z.ZodMiniType<TlsEvidence> = z.object({
	isTrusted: z.boolean(),
	problem: maybe(text),
	protocol: maybe(text),
	subjects: texts,
	issuer: maybe(text),
	last: maybe(base64),
	authorities: maybe(text),
} satisfies Members<TlsEvidence>);

const http: z.ZodMiniType<HttpEvidence> = z.object({
	status: count,
	headers: z.record(text, text),
	isService: z.boolean(),
	title: maybe(text),
	clockOffset: maybe(count),
} satisfies Members<HttpEvidence>);

/** What a {@link NetworkEvidence} is when it comes from a file. */
export const network: z.ZodMiniType<NetworkEvidence> = z.object({
	endpoint: look(endpoint),
	proxy: look(proxy),
	dns: look(z.object({host: text, addresses: texts})),
	tcp: look(z.object({address: text, port: count})),
	tunnel: look(z.object({status: count})),
	authorities: look(authorities),
	tls: look(tls),
	http: look(http),
} satisfies Members<NetworkEvidence>);
