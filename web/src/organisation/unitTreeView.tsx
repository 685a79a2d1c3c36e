import { Button, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { useWords } from '../words/words';
import type { StoredUnit } from './documents';

type Props = {
  readonly units: readonly StoredUnit[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
};

/** The units as a tree: arrows walk and open, Enter chooses. */
export function UnitTreeView({ units, chosen, onChoose }: Props) {
  const { say } = useWords();
  const known = new Set(units.map(({ id }) => id));
  const roots = units.filter(({ parent }) => parent === undefined || !known.has(parent));
  return (
    <Tree
      className="unit-tree"
      aria-label={say('org.tree')}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosen === undefined ? [] : [chosen]}
      defaultExpandedKeys={units.map(({ id }) => id)}
      onSelectionChange={(keys) => {
        const [first] = keys === 'all' ? [] : [...keys];
        if (first !== undefined) onChoose(String(first));
      }}
    >
      {roots.map((unit) => branch(unit, units, say('org.open')))}
    </Tree>
  );
}

function branch(unit: StoredUnit, units: readonly StoredUnit[], open: string) {
  const below = units.filter(({ parent }) => parent === unit.id);
  return (
    <TreeItem key={unit.id} id={unit.id} textValue={unit.name}>
      <TreeItemContent>
        {({ hasChildItems, isExpanded }) => (
          <span className="unit-line">
            {hasChildItems ? (
              <Button slot="chevron" className="chevron" aria-label={open}>
                {isExpanded ? '▾' : '▸'}
              </Button>
            ) : (
              <span className="chevron" />
            )}
            {unit.name}
          </span>
        )}
      </TreeItemContent>
      {below.map((one) => branch(one, units, open))}
    </TreeItem>
  );
}
