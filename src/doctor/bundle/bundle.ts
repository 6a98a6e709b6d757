import * as z from 'zod/mini';
import type {Diagnosis} from '../diagnose/diagnosis.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {diagnosisSchema} from './schema/diagnosis.ts';
import {evidenceSchema} from './schema/evidence.ts';
import type {Members} from './schema/members.ts';

/** The name and version of the format of bundles. */
export const BUNDLE_FORMAT = 'anchorsmith/bundle/1';

/** What one machine saw, for somebody elsewhere to judge. */
export interface Bundle {
	readonly format: typeof BUNDLE_FORMAT;
	readonly evidence: Evidence;
	/**
	 * What it came to on the machine itself; only where account numbers and names are masked, as the certificates are left out then
	 * and cannot be judged again.
	 */
	readonly diagnosis?: Diagnosis;
}

/** What a bundle is when it comes from a file. */
export const bundleSchema: z.ZodMiniType<Bundle> = z.object({
	format: z.literal(BUNDLE_FORMAT),
	evidence: evidenceSchema,
	diagnosis: z.exactOptional(diagnosisSchema),
} satisfies Members<Bundle>);
