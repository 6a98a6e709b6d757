import {rules} from '../../../src/rules/account/rules.generated.ts';
import type {LookedAtAccount} from '../../../src/rules/account-subject.ts';
import {examplesOf} from './example.ts';

/** Examples of the rules on accounts: what was seen of one, as JSON. */
export const accountExamples = examplesOf<LookedAtAccount>(rules, JSON.parse);
