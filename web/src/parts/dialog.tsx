import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../words/words';

type AskProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Nothing of the page shows through. */
  readonly solid?: boolean;
};

/** A question over the page: keeps the focus inside, closes by Escape, gives the focus back. */
export function Ask({ title, onClose, children, solid = false }: AskProps) {
  return (
    <ModalOverlay
      className={solid ? 'overlay solid' : 'overlay'}
      isOpen
      isDismissable={false}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="dialog">
        <Dialog>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type FormButtonsProps = {
  readonly label: string;
  readonly busy: boolean;
  readonly onClose: () => void;
  /** May not be sent just now, though nothing is under way. */
  readonly held?: boolean;
  readonly look?: 'main' | 'danger';
};

/** Send and cancel, at the end of a form. */
export function FormButtons({ label, busy, onClose, held = false, look = 'main' }: FormButtonsProps) {
  const { say } = useWords();
  return (
    <div className="buttons">
      <button type="submit" className={look} disabled={busy || held}>
        {busy ? say('note.working') : label}
      </button>
      <button type="button" onClick={onClose}>
        {say('note.cancel')}
      </button>
    </div>
  );
}
