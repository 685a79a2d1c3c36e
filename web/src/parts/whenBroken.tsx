import { Component } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words';

type Props = { readonly at?: string; readonly children: ReactNode };
type State = { readonly broken: boolean; readonly at?: string | undefined };

/**
 * Where a page fails (a script that is gone after an upgrade, a fault of ours) it says so and offers to load it again; going
 * elsewhere (`at`) is another try.
 */
export class WhenBroken extends Component<Props, State> {
  override state: State = { broken: false, at: this.props.at };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ at }: Props, state: State): Partial<State> | null {
    return at === state.at ? null : { broken: false, at };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { say } = useWords();
  return (
    <section className="card narrow" role="alert">
      <h1>{say('broken.title')}</h1>
      <p>{say('broken.renewed')}</p>
      <button type="button" className="main" onClick={() => location.reload()}>
        {say('broken.again')}
      </button>
    </section>
  );
}
