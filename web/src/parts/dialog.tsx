import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

type AskProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/** A question over the page: keeps the focus inside, closes by Escape, gives the focus back. */
export function Ask({ title, onClose, children }: AskProps) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable={false} onOpenChange={(open) => !open && onClose()}>
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
