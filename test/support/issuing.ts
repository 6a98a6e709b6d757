import {randomBytes} from 'node:crypto';
import type {IssuingContext} from '../../src/pki/issuing/certify.ts';
import {judgeCertificate} from '../../src/rules/judge-certificate.ts';
import {testTime} from './certificates.ts';

/** Issuing as commands do it, by the real rules, at the time of the tests. */
export const issuingForTest: IssuingContext = {now: testTime, random: randomBytes, judge: judgeCertificate};
