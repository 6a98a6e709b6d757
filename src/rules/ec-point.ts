import type {SubjectPublicKey} from '../pki/certificate/public-key.ts';
import {hexOf} from '../pki/der/der-values.ts';
import type {CurveName} from '../pki/der/oids.ts';

/** A curve y² = x³ - 3x + b over the integers modulo a prime (FIPS 186-4, D.1.2). */
interface Curve {
	readonly prime: bigint;
	readonly b: bigint;
	/** Octets of one coordinate. */
	readonly size: number;
}

const CURVES: ReadonlyMap<CurveName, Curve> = new Map([
	[
		'p256',
		{
			prime: 0xffffffff_00000001_00000000_00000000_00000000_ffffffff_ffffffff_ffffffffn,
			b: 0x5ac635d8_aa3a93e7_b3ebbd55_769886bc_651d06b0_cc53b0f6_3bce3c3e_27d2604bn,
			size: 32,
		},
	],
	[
		'p384',
		{
			prime:
				0xffffffff_ffffffff_ffffffff_ffffffff_ffffffff_ffffffff_ffffffff_fffffffe_ffffffff_00000000_00000000_ffffffffn,
			b: 0xb3312fa7_e23ee7e4_988e056b_e3f82d19_181d9c6e_fe814112_0314088f_5013875a_c656398d_8a2ed19d_2a85c8ed_d3ec2aefn,
			size: 48,
		},
	],
	[
		'p521',
		{
			prime: (1n << 521n) - 1n,
			b: 0x0051_953eb961_8e1c9a1f_929a21a0_b68540ee_a2da725b_99b315f3_b8b48991_8ef109e1_56193951_ec7e937b_1652c0bd_3bb1bf07_3573df88_3d2c34f1_ef451fd4_6b503f00n,
			size: 66,
		},
	],
]);

/** How the point of an EC key is written (RFC 5480, section 2.2). */
export type PointForm = 'uncompressed' | 'compressed' | 'other';

/** How the point is written; undefined for keys on curves that are not known here. */
export function pointFormOf(key: SubjectPublicKey): PointForm | undefined {
	const curve = curveOf(key);
	if (!curve) {
		return undefined;
	}

	const {keyBytes} = key;
	const [form] = keyBytes;
	if (form === 4 && keyBytes.length === 1 + 2 * curve.size) {
		return 'uncompressed';
	}

	return (form === 2 || form === 3) && keyBytes.length === 1 + curve.size ? 'compressed' : 'other';
}

/** Whether an uncompressed point satisfies the equation of its curve; undefined when there is none to look at. */
export function liesOnCurve(key: SubjectPublicKey): boolean | undefined {
	const curve = curveOf(key);
	if (!curve || pointFormOf(key) !== 'uncompressed') {
		return undefined;
	}

	const {prime, b, size} = curve;
	const hex = hexOf(key.keyBytes);
	const x = BigInt(`0x${hex.slice(2, 2 + 2 * size)}`);
	const y = BigInt(`0x${hex.slice(2 + 2 * size)}`);
	return x < prime && y < prime && (y * y - ((x * x - 3n) * x + b)) % prime === 0n;
}

function curveOf({ec}: SubjectPublicKey): Curve | undefined {
	return ec?.curve === undefined ? undefined : CURVES.get(ec.curve);
}
