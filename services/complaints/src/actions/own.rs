//! What a guardian or a youth does who is logged in: sends, follows, writes again, without a code. What a youth sends is
//! theirs alone, and so is the answer.

use audit::Actor;
use kernel::{PersonId, calendar::swedish_day, text::FreeText};
use organisation::Colleague;
use vault::CaseKey;

use crate::{
    StaffApp,
    actions::{
        Failed, OpenFile, Repeat,
        case::whole_key,
        open_dialogue::answers,
        own_draft::tokens,
        read::{entry, file_key},
        senders_word::Word,
        submit::{OwnSender, receive},
    },
    domain::{AttachmentId, ComplaintId, Dialogue, LiesWith, Message, NewComplaint, Own, Wish},
    store::{StoreError, Tx},
};

/// Takes a complaint in from somebody who is logged in; what they had begun is gone with it. The same form sent twice makes one.
#[tracing::instrument(skip_all, err)]
pub async fn send_own(
    app: &StaffApp,
    person: &Colleague,
    own: Own,
    mut new: NewComplaint,
    repeat: &Repeat,
) -> Result<(), Failed> {
    new.contact.youth = own.youth().and_then(|youth| name_of(app, youth));
    let drafts = tokens(app, person);
    let sender = OwnSender { person: person.id, own, drafts: &drafts };
    let intake = app.intake();
    let sent = Box::pin(async { receive(&intake, new, repeat, Some(sender)).await.map(drop) });
    match repeat.once(&app.store, sent).await {
        // Pressed twice: the first press has it, and the files.
        Ok(()) | Err(Failed::UnderWay) => {}
        Err(failed) => return Err(failed),
    }
    app.inside.deliveries.wake();
    Ok(())
}

/// As those who handle it are told whom it is about: the register is not theirs to read.
fn name_of(app: &StaffApp, youth: PersonId) -> Option<FreeText> {
    let register = app.inside.ground.directory.now();
    FreeText::parse_line(&register.person(youth)?.name, app.policy.longest_name).ok().flatten()
}

/// Whether this very form was sent before, with the same words or others.
pub async fn is_sent(app: &StaffApp, repeat: &Repeat) -> Result<bool, Failed> {
    match repeat.answer(&app.store).await {
        Ok(answer) => Ok(answer.is_some()),
        Err(Failed::KeyReused) => Ok(true),
        Err(failed) => Err(failed),
    }
}

/// What the sender sees of it.
#[tracing::instrument(skip_all, fields(complaint.id = %id), err)]
pub async fn read_own(app: &StaffApp, id: ComplaintId, person: &Colleague) -> Result<Dialogue, Failed> {
    let tx = app.store.begin().await?;
    let complaint = tx.own_complaint(id, person).await?.ok_or(Failed::NotFound)?;
    let half = whole_key(app, &tx, id).await?.senders_half();
    let files = tx.senders_files_for_service(id).await?;
    let dialogue = Dialogue {
        lies_with: LiesWith::of(&complaint, &app.inside.ground.directory.now(), swedish_day(app.now())),
        handled_as_misconduct: tx.is_handed_over(id).await?,
        messages: said(app, &tx, id, &half).await?,
        files: files.iter().map(|file| entry(app, file)).collect::<Result<_, _>>()?,
        ..Dialogue::of(&complaint)
    };
    tx.trace(Actor::Person(person.id), "open_dialogue", id, None, app.now()).await?;
    tx.commit().await?;
    Ok(dialogue)
}

/// What was said in it and in its parts (I.2 C7): the sender has one conversation.
async fn said(app: &StaffApp, tx: &Tx, id: ComplaintId, half: &CaseKey) -> Result<Vec<Message>, StoreError> {
    let mut messages = tx.messages(id, half).await?;
    for (part, _) in tx.parts_for_receipt(id).await? {
        let half = whole_key(app, tx, part.id).await?.senders_half();
        let said = tx.messages(part.id, &half).await?;
        messages.extend(answers(&part, said));
    }
    messages.sort_by_key(|message| message.written_at);
    Ok(messages)
}

/// Adds to the dialogue and tells those who handle it that something waits; or gives it to the next level.
#[tracing::instrument(skip_all, fields(complaint.id = %id), err)]
pub async fn write_own(
    app: &StaffApp,
    id: ComplaintId,
    person: &Colleague,
    text: FreeText,
    wish: Wish,
    repeat: &Repeat,
) -> Result<(), Failed> {
    let write = async {
        let (at, register) = (app.now(), app.inside.ground.directory.now());
        let tx = app.store.begin().await?;
        let complaint = tx.own_complaint(id, person).await?.ok_or(Failed::NotFound)?;
        let half = whole_key(app, &tx, id).await?.senders_half();
        let by = Actor::Person(person.id);
        let word = Word { text, wish, by, at, policy: &app.policy, register: &register };
        word.add(&tx, complaint, &half).await?;
        repeat.keep(&tx, b"", at).await?;
        Ok(tx.commit().await?)
    };
    repeat.once(&app.store, write).await?;
    app.inside.deliveries.wake();
    Ok(())
}

/// A file of the person's own matter.
#[tracing::instrument(skip_all, fields(complaint.id = %id), err)]
pub async fn open_file_of_own(
    app: &StaffApp,
    id: ComplaintId,
    file: AttachmentId,
    person: &Colleague,
) -> Result<OpenFile, Failed> {
    let tx = app.store.begin().await?;
    tx.own_complaint(id, person).await?.ok_or(Failed::NotFound)?;
    let files = tx.senders_files_for_service(id).await?;
    let found = files.iter().find(|found| found.id() == file).ok_or(Failed::NotFound)?;
    let key = file_key(app, found)?;
    let entry = found.entry(&key)?.opened()?;
    tx.trace(Actor::Person(person.id), "read_attachment", id, Some(file.as_uuid()), app.now()).await?;
    tx.commit().await?;
    Ok(OpenFile::new(entry, &app.store, key))
}
