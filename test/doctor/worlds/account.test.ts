import {describe, expect, test} from 'vitest';
import {askDoctor} from '../../support/worlds/ask-doctor.ts';
import {openWorld} from '../../support/worlds/open-world.ts';
import {tryWorlds} from '../../support/worlds/try-worlds.ts';
import {account} from './catalogue/account.ts';
import {policies} from './catalogue/policies.ts';
import {recipes} from './catalogue/recipes.ts';

tryWorlds('account', account);
tryWorlds('policies', policies);
tryWorlds('recipes', recipes);

/** Whoever runs the workload rarely administers the account: the service's own answer must lead to the same rules. */
const refused = [...account, ...policies.slice(0, 2)].filter(({how}) => !how.isHarmless);

describe('without credentials that administer the account the answer of the service leads to the cause', () => {
	test.each(refused)('when $name', async ({cause, breaks}) => {
		const world = await openWorld();
		await breaks(world);
		const examined = await askDoctor(world, {withoutAdmin: true});
		expect(examined.exit, examined.text).toBe(1);
		expect([examined.cause, ...examined.behind], examined.text).toEqual(
			expect.arrayContaining([expect.toBeOneOf([...cause])]),
		);
	});
});
