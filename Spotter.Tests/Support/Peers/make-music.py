#!/usr/bin/python3
"""Writes small, silent, tagged audio files: make-music.py OUT_DIR < rows.json

Standard input is a JSON list of objects: path (under OUT_DIR; its ending chooses the format: flac, mp3 or ogg), seconds, and the
tags title, artist, albumArtist, album, track, disc, year, isrc, mbid. What is absent or null is not written.

Needs ffmpeg and mutagen. Silence of one length and format is encoded once and then copied; the tags are put into the copies.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

from mutagen.flac import FLAC
from mutagen.id3 import ID3, TALB, TDRC, TIT2, TPE1, TPE2, TPOS, TRCK, TSRC, UFID
from mutagen.oggvorbis import OggVorbis

CODECS = {"flac": ["-c:a", "flac"], "mp3": ["-c:a", "libmp3lame", "-b:a", "8k"], "ogg": ["-c:a", "libvorbis", "-q:a", "-1"]}
FRAMES = {"title": TIT2, "artist": TPE1, "albumArtist": TPE2, "album": TALB, "track": TRCK, "disc": TPOS, "year": TDRC, "isrc": TSRC}
COMMENTS = {"title": "TITLE", "artist": "ARTIST", "albumArtist": "ALBUMARTIST", "album": "ALBUM", "track": "TRACKNUMBER",
            "disc": "DISCNUMBER", "year": "DATE", "isrc": "ISRC", "mbid": "MUSICBRAINZ_TRACKID"}


def silence(folder, kind, seconds):
    """The path of a silent file of that format and length."""
    path = os.path.join(folder, f"{seconds}.{kind}")
    if not os.path.exists(path):
        subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", str(seconds),
                        *CODECS[kind], path], check=True)
    return path


def tag(path, kind, row):
    """Puts the row's tags into the file."""
    if kind == "mp3":
        tags = ID3()
        for name, frame in FRAMES.items():
            if row.get(name) is not None:
                tags.add(frame(encoding=3, text=[str(row[name])]))
        if row.get("mbid"):
            tags.add(UFID(owner="http://musicbrainz.org", data=row["mbid"].encode("ascii")))
        tags.save(path)
        return
    audio = (FLAC if kind == "flac" else OggVorbis)(path)
    audio.delete()
    for name, comment in COMMENTS.items():
        if row.get(name) is not None:
            audio[comment] = [str(row[name])]
    audio.save()


def main():
    out = sys.argv[1]
    rows = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            kind = row["path"].rsplit(".", 1)[-1]
            path = os.path.join(out, row["path"])
            os.makedirs(os.path.dirname(path), exist_ok=True)
            shutil.copyfile(silence(folder, kind, row["seconds"]), path)
            tag(path, kind, row)
    print(f"{len(rows)} files")


if __name__ == "__main__":
    main()
