//! Which files are taken, and why the others are not.

use files::{Check, Kind, Limits, Refusal};
use image::ImageFormat::{Gif, Jpeg, Png, WebP};

use crate::sample::{boxes, docx, heic, jpeg_from_a_phone, locked_docx, pdf, picture, wav, webm, zip};

/// What becomes of a file, whichever pieces it arrives in.
fn checked(name: &str, content: &[u8]) -> Result<Kind, Refusal> {
    let in_pieces = |size: usize| {
        let mut check = Check::of(name, Limits::default())?;
        for piece in content.chunks(size) {
            check.feed(piece)?;
        }
        check.finish()
    };
    let whole = in_pieces(content.len().max(1));
    assert_eq!(in_pieces(7), whole, "{name} in pieces");
    whole
}

#[test]
fn what_people_have_is_taken() {
    for (name, content, kind) in [
        ("bild.jpg", picture(Jpeg, 4, 3), Kind::Jpeg),
        ("IMG_0001.JPEG", jpeg_from_a_phone(4, 3, 6, "Hemma"), Kind::Jpeg),
        ("skärmbild.png", picture(Png, 4, 3), Kind::Png),
        ("bild.webp", picture(WebP, 4, 3), Kind::Webp),
        ("bild.gif", picture(Gif, 4, 3), Kind::Gif),
        ("IMG_0002.HEIC", heic(4032, 3024), Kind::Heic),
        ("beslut.pdf", pdf(""), Kind::Pdf),
        ("brev.txt", "Hej! Ähum. مرحبا 👩‍👧".into(), Kind::Text),
        ("brev.txt", b"\xef\xbb\xbfHej fr\xc3\xa5n Windows".to_vec(), Kind::Text),
        ("brev.docx", docx(), Kind::Docx),
        ("brev.docx", zip(&[("_rels/.rels", b"<R/>"), ("word/document2.xml", b"<w:document/>")]), Kind::Docx),
        ("röst.m4a", boxes("M4A "), Kind::M4a),
        ("röst.m4a", boxes("mp42"), Kind::M4a),
        ("röst.mp3", b"ID3\x04\0\0\0\0\0\0\xff\xfb\x90\0".to_vec(), Kind::Mp3),
        (
            "röst.ogg",
            b"OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x1e\x01vorbis".to_vec(),
            Kind::Ogg,
        ),
        ("röst.wav", wav(), Kind::Wav),
        ("film.mp4", boxes("isom"), Kind::Mp4),
        ("IMG_0003.MOV", boxes("qt  "), Kind::Mov),
        ("film.webm", webm(), Kind::Webm),
    ] {
        assert_eq!(checked(name, &content), Ok(kind), "{name}");
    }
}

#[test]
fn what_is_not_taken_has_its_own_reason() {
    let tiny = picture(Png, 4, 3);
    let macros = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<w:document/>"),
        ("word/vbaProject.bin", b"\xD0\xCF\x11\xE0"),
    ]);
    let drawing = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    let elf = [&b"\x7fELF\x02\x01\x01"[..], &[0; 57]].concat();
    for (name, content, refusal) in [
        ("brev.txt", &b""[..], Refusal::Empty),
        ("bild.jpg", &tiny, Refusal::Mismatch),
        ("bild.png", b"not a picture", Refusal::Mismatch),
        ("bild.txt", &tiny, Refusal::Mismatch),
        ("brev.txt", b"a\0b", Refusal::Mismatch),
        ("brev.txt", b"Sm\xf6rg\xe5s", Refusal::Mismatch),
        ("bild", &tiny, Refusal::NotTaken),
        ("bild.tiff", &tiny, Refusal::NotTaken),
        ("film.avi", b"RIFF\0\0\0\0AVI LIST", Refusal::NotTaken),
        ("bild.svg", drawing, Refusal::Markup),
        ("bild.png", drawing, Refusal::Markup),
        ("brev.txt", b"\xef\xbb\xbf <!doctype html>", Refusal::Markup),
        ("sida.html", b"<p>", Refusal::Markup),
        ("arkiv.zip", &docx(), Refusal::Archive),
        ("bild.jpg", &docx(), Refusal::Archive),
        ("brev.docx", &zip(&[("a.txt", b"a")]), Refusal::Archive),
        ("arkiv.7z", b"7z\xbc\xaf\x27\x1c", Refusal::Archive),
        ("bild.png", b"Rar!\x1a\x07\x01\0", Refusal::Archive),
        ("brev.docm", &macros, Refusal::Macros),
        ("brev.docx", &macros, Refusal::Macros),
        ("spel.exe", b"MZ\x90\0\x03", Refusal::Program),
        ("bild.jpg", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", Refusal::Program),
        ("bild.png", &elf, Refusal::Program),
        ("brev.docx", &locked_docx(), Refusal::Locked),
        ("brev.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old Word", Refusal::Mismatch),
        ("beslut.pdf", &pdf("/Encrypt 4 0 R"), Refusal::Locked),
        ("beslut.pdf", &pdf("/Encrypt<</Filter/Standard>>"), Refusal::Locked),
        ("bild.png", &flood(&tiny), Refusal::TooManyPixels),
        ("bild.heic", &heic(60_000, 60_000), Refusal::TooManyPixels),
        ("bild.png", &tiny[..12], Refusal::Damaged),
        ("bild.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", Refusal::Damaged),
    ] {
        assert_eq!(checked(name, content), Err(refusal), "{name}");
    }
    assert_eq!(
        checked("skript.txt", b"#!/bin/sh\nrm -r /\n").map_err(|_| ()),
        Err(()),
        "a script is no letter"
    );
}

/// A PNG of a few bytes that claims four thousand million pixels.
fn flood(png: &[u8]) -> Vec<u8> {
    [&png[..16], &[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff], &png[24..]].concat()
}

#[test]
fn a_file_is_refused_as_soon_as_it_is_too_large() {
    let mut check = Check::of("brev.txt", Limits { size: 10, ..Limits::default() }).unwrap();
    assert_eq!(check.feed(b"0123456789"), Ok(()));
    assert_eq!(check.feed(b"0"), Err(Refusal::TooLarge));
}

#[test]
fn the_beginning_of_a_large_file_tells_its_kind() {
    let mut check = Check::of("bild.png", Limits::default()).unwrap();
    check.feed(&picture(Png, 4, 3)[..40]).unwrap();
    assert_eq!(check.kind(), Ok(Kind::Png), "before its end is there");
}

#[test]
fn a_locked_pdf_is_known_by_its_end_however_long_it_is() {
    let mut check = Check::of("beslut.pdf", Limits::default()).unwrap();
    let long = [&pdf("")[..], &vec![b' '; 3_000_000], b"trailer<</Encrypt 4 0 R>>"].concat();
    for piece in long.chunks(65_536) {
        check.feed(piece).unwrap();
    }
    assert_eq!(check.kind(), Ok(Kind::Pdf));
    assert_eq!(check.finish(), Err(Refusal::Locked));
}

#[test]
fn a_name_is_only_looked_at_for_its_ending() {
    let png = picture(Png, 4, 3);
    for name in ["../../etc/passwd.png", "a\0b.png", "rapport.exe.png", &format!("{}.png", "å".repeat(5000))]
    {
        assert_eq!(checked(name, &png), Ok(Kind::Png));
    }
    assert_eq!(checked("bild.png.exe", &png), Err(Refusal::Program));
}

#[test]
fn every_kind_has_a_word_that_reads_back() {
    for kind in Kind::ALL {
        assert_eq!(kind.word().parse(), Ok(kind));
    }
    assert!("image/svg+xml".parse::<Kind>().is_err());
}
