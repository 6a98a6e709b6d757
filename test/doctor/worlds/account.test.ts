import {tryWorlds} from '../../support/worlds/try-worlds.ts';
import {account} from './catalogue/account.ts';
import {policies} from './catalogue/policies.ts';
import {recipes} from './catalogue/recipes.ts';

tryWorlds('account', account);
tryWorlds('policies', policies);
tryWorlds('recipes', recipes);
