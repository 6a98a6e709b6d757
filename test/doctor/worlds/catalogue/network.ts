import {onTestFinished} from 'vitest';
import {
	answeringAlways,
	captivePortal,
	closedPort,
	makeAuthority,
	type Obstacle,
	proxyTo,
	THROTTLED,
	tlsInFrontOf,
	UNKNOWN_HOST,
} from '../../../support/network-faults.ts';
import type {OpenWorld} from '../../../support/worlds/open-world.ts';
import {defineWorld} from '../../../support/worlds/world.ts';

const ELSEWHERE = 'what is in the way is not on this machine';

/** What stands between the machine and the service. */
export const network = [
	defineWorld({
		name: 'the host of the endpoint has no address',
		fact: ['6.3 no such host', '6.6 proxy, TLS, DNS', '6.6 Order 8'],
		cause: 'network-host-resolves',
		how: {notFollowed: ELSEWHERE},
		breaks: world => pointTo(world, `http://${UNKNOWN_HOST}`),
	}),
	defineWorld({
		name: 'nothing listens at the endpoint',
		fact: ['6.6 proxy, TLS, DNS', 'ERR-18'],
		cause: 'network-connects',
		how: {notFollowed: ELSEWHERE},
		async breaks(world) {
			pointTo(world, (await closedPort()).url);
		},
	}),
	defineWorld({
		name: 'a proxy wants a password',
		fact: ['ERR-18', '6.6 proxy, TLS, DNS'],
		cause: ['network-proxy-lets-through', 'network-proxy-login'],
		how: {notFollowed: 'nobody here knows the password'},
		async breaks(world) {
			const proxy = await standing(proxyTo(world.rehearsal.port, {refusal: 407}));
			pointTo(world, 'http://rolesanywhere.us-east-1.example.com');
			proxied(world, proxy);
		},
	}),
	defineWorld({
		name: 'a proxy is named that is not there any more',
		fact: ['HLP-03', '6.6 proxy, TLS, DNS'],
		cause: ['network-connects', 'network-proxy-lets-through'],
		how: {notFollowed: 'without the proxy the host would have to be there'},
		async breaks(world) {
			pointTo(world, 'http://rolesanywhere.us-east-1.example.com');
			proxied(world, await closedPort());
		},
	}),
	defineWorld({
		name: 'the proxy on the way to AWS inspects what is encrypted',
		fact: ['ERR-18', '6.3 tls: failed to verify certificate'],
		cause: 'network-tls-trusted',
		async breaks(world) {
			const inspection = await makeAuthority();
			const {url} = await standing(proxyTo(world.rehearsal.port, {inspection}));
			world.config(/ --endpoint \S+/, '');
			world.config(/^endpoint_url = .*\n/m, '');
			world.env['HTTPS_PROXY'] = url;
		},
	}),
	defineWorld({
		name: 'the service gets more requests than it allows',
		fact: ['ERR-17', '6.6 throttled'],
		cause: 'network-service-available',
		how: {notFollowed: ELSEWHERE},
		async breaks(world) {
			pointTo(world, (await standing(answeringAlways(THROTTLED))).url);
		},
	}),
	defineWorld({
		name: 'a proxy lets nobody through to the endpoint',
		fact: ['ERR-18', 'HLP-03', '6.6 proxy, TLS, DNS'],
		cause: 'network-proxy-lets-through',
		async breaks(world) {
			const authority = await makeAuthority();
			const front = await standing(tlsInFrontOf(world.rehearsal.port, authority, {hosts: ['0.0.0.0']}));
			world.write('ca.pem', authority.pem, 0o644);
			world.env['AWS_CA_BUNDLE'] = world.path('ca.pem');
			pointTo(world, `https://0.0.0.0:${front.port}`);
			world.env['HTTPS_PROXY'] = (await standing(proxyTo(front.port, {refusal: 403}))).url;
		},
	}),
	defineWorld({
		name: 'what is named as a proxy is none',
		fact: ['HLP-03', '6.6 proxy, TLS, DNS'],
		cause: 'network-proxy-address',
		breaks(world) {
			pointTo(world, `http://0.0.0.0:${world.rehearsal.port}`);
			world.env['HTTP_PROXY'] = 'socks5://proxy.example.com:1080';
		},
	}),
	defineWorld({
		name: 'a variable names an endpoint that speaks no TLS',
		fact: ['EPT-07', 'ERR-18', '6.6 proxy, TLS, DNS'],
		cause: 'network-tls-speaks',
		async breaks(world) {
			world.config(/ --endpoint \S+/, '');
			world.config(/^endpoint_url = .*\n/m, '');
			world.env['AWS_ENDPOINT_URL'] = world.rehearsal.endpoint;
			const portal = await standing(captivePortal());
			world.env['AWS_ENDPOINT_URL_ROLESANYWHERE'] = `https://127.0.0.1:${portal.port}`;
		},
	}),
	defineWorld({
		name: 'a portal answers in the place of the service',
		fact: ['ERR-18', '6.6 proxy, TLS, DNS'],
		cause: 'network-service-answers',
		how: {notFollowed: ELSEWHERE},
		async breaks(world) {
			pointTo(world, (await standing(captivePortal())).url);
		},
	}),
	defineWorld({
		name: 'a proxy inspects what is encrypted, with an authority that is not trusted here',
		fact: ['ERR-18', '6.3 tls: failed to verify certificate', '6.6 proxy, TLS, DNS'],
		cause: 'network-tls-trusted',
		async breaks(world) {
			const authority = await makeAuthority();
			const front = await standing(tlsInFrontOf(world.rehearsal.port, authority));
			pointTo(world, front.url);
		},
	}),
	defineWorld({
		name: 'the certificate of the server is that of another host',
		fact: ['6.3 tls: failed to verify certificate', '6.6 proxy, TLS, DNS'],
		cause: 'network-tls-host',
		how: {notFollowed: ELSEWHERE},
		async breaks(world) {
			const authority = await makeAuthority();
			const front = await standing(tlsInFrontOf(world.rehearsal.port, authority, {hosts: ['portal.example.com']}));
			world.write('ca.pem', authority.pem, 0o644);
			world.env['AWS_CA_BUNDLE'] = world.path('ca.pem');
			pointTo(world, front.url);
		},
	}),
];

/** Something in the way that ends with the test. */
async function standing(obstacle: Promise<Obstacle>): Promise<Obstacle> {
	const there = await obstacle;
	onTestFinished(() => there.close());
	return there;
}

/** Has the endpoint be elsewhere, for requests and in the AWS config file. */
function pointTo(world: OpenWorld, url: string): void {
	world.config(/ --endpoint \S+/, ` --endpoint ${url}`);
	world.config(/^endpoint_url = .*$/m, `endpoint_url = ${url}`);
}

function proxied(world: OpenWorld, {url}: Pick<Obstacle, 'url'>): void {
	world.env['HTTP_PROXY'] = url;
	world.env['http_proxy'] = url;
}
