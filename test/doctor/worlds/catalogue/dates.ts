import {defineWorld} from '../../../support/worlds/world.ts';

const A_DAY = 86_400_000;
const HALF_AN_HOUR = 1_800_000;

/** Validity, and clocks. */
export const dates = [
	defineWorld({
		name: 'the certificate has expired',
		fact: ['ERR-05', '6.6 certificate expired / not yet valid', '6.6 Order 5', 'SEED-004'],
		cause: 'ee-valid-now',
		async breaks(world) {
			world.use(await world.issue({notBefore: days(-30), notAfter: days(-1)}));
		},
	}),
	defineWorld({
		name: 'the certificate is not valid yet',
		fact: ['ERR-05', '6.6 certificate expired / not yet valid'],
		cause: 'ee-valid-now',
		async breaks(world) {
			world.use(await world.issue({notBefore: days(2), notAfter: days(30)}));
		},
	}),
	defineWorld({
		name: "this machine's clock is half an hour behind",
		fact: ['ERR-03', '6.6 invalid signature, clock skew, key mismatch'],
		cause: 'network-clock',
		breaks: world => world.setServiceClock(HALF_AN_HOUR),
	}),
	defineWorld({
		name: "this machine's clock is half an hour ahead",
		fact: ['ERR-03', '6.6 invalid signature, clock skew, key mismatch'],
		cause: 'network-clock',
		breaks: world => world.setServiceClock(-HALF_AN_HOUR),
	}),
];

function days(count: number): Date {
	return new Date(Date.now() + count * A_DAY);
}
