"""Ordinary files of a repository, which hold no replies, however much they look alike."""

from __future__ import annotations

from typing import Any

WORDS = "You should have read the instructions before you started."

JSON: dict[str, Any] = {
    "package.json": {
        "name": "shop",
        "version": "1.2.0",
        "description": WORDS,
        "keywords": ["shop", "mail"],
        "scripts": {"test": "jest"},
        "author": {"name": "Ann", "email": "ann@example.com"},
        "bugs": {"url": "https://example.com", "email": "bugs@example.com"},
        "contributes": {"snippets": [{"language": "html", "path": "./snippets.json"}]},
    },
    "package-lock.json": {
        "name": "shop",
        "lockfileVersion": 3,
        "packages": {"": {"name": "shop", "license": "MIT"}, "node_modules/a": {"version": "1.0.0", "dev": True}},
    },
    "tsconfig.json": {"compilerOptions": {"target": "es2022", "types": ["node"]}, "include": ["src"]},
    "composer.json": {
        "name": "acme/shop",
        "type": "project",
        "description": WORDS,
        "keywords": ["shop"],
        "support": {"email": "help@example.com", "source": "https://example.com"},
    },
    "schema.json": {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Message",
        "description": WORDS,
        "type": "object",
        "properties": {
            "subject": {"type": "string", "title": "Subject", "description": WORDS},
            "body": {"type": "string", "title": "Body"},
            "comments": {"type": "array", "items": {"properties": {"author_id": {"type": "integer"}}}},
        },
        "required": ["subject", "body"],
    },
    "openapi.json": {
        "openapi": "3.1.0",
        "info": {"title": "Tickets", "description": WORDS, "version": "1"},
        "paths": {
            "/macros": {
                "post": {
                    "summary": WORDS,
                    "requestBody": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Macro"}}}
                    },
                    "responses": {"200": {"description": WORDS}},
                }
            }
        },
        "components": {
            "schemas": {
                "Macro": {
                    "type": "object",
                    "title": "Macro",
                    "properties": {
                        "actions": {"type": "array", "items": {"type": "object"}},
                        "body_text": {"type": "string"},
                    },
                }
            }
        },
    },
    "map.geojson": {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"name": "Lund", "text": WORDS},
                "geometry": {"type": "Point", "coordinates": [1, 2]},
            }
        ],
    },
    "fixtures.json": [
        {"id": 1, "name": "Ann", "body": WORDS},
        {"id": 2, "name": "Bo", "text": WORDS},
        {"id": 3, "name": "Cy", "content": WORDS, "keywords": "a, b"},
    ],
    "posts.json": {
        "posts": [
            {"id": 1, "title": "Hello", "slug": "hello", "content": WORDS, "status": "published", "author": "ann"},
            {"id": 2, "title": "More", "content": WORDS, "content_html": f"<p>{WORDS}</p>", "tags": ["a"]},
        ]
    },
    "feed.json": {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "News",
        "items": [{"id": "1", "url": "https://example.com/1", "title": "Hello", "content_html": f"<p>{WORDS}</p>"}],
    },
    "commits.json": [
        {
            "sha": "a1",
            "commit": {"author": {"name": "Ann", "date": "2026-01-01"}, "message": WORDS, "comment_count": 0},
        },
        {"hash": "b2", "author": "Bo", "message": WORDS},
    ],
    "issue-comments.json": [
        {
            "id": 1,
            "user": {"login": "ann", "type": "User"},
            "body": WORDS,
            "created_at": "2026-01-01",
            "author_association": "NONE",
        }
    ],
    "merge-request-notes.json": [
        {
            "id": 1,
            "type": None,
            "body": WORDS,
            "author": {"id": 1},
            "system": False,
            "internal": False,
            "confidential": False,
        }
    ],
    "mail-webhook.json": [
        {
            "event": "delivered",
            "email": "ann@example.com",
            "subject": "Order",
            "text": WORDS,
            "html": f"<p>{WORDS}</p>",
            "type": "inbound",
            "message": {"headers": {"subject": "Order", "from": "a@example.com"}, "body": WORDS},
        }
    ],
    "mail-provider-template.json": {"name": "Receipt", "subject": "Your receipt", "body": WORDS, "active": True},
    "chat-log.json": {
        "messages": [
            {"role": "user", "content": WORDS},
            {"role": "assistant", "content": WORDS, "type": "message"},
        ]
    },
    "chat-app.json": {
        "messages": [
            {"id": 1, "sender": "agent", "text": WORDS, "time": "10:00"},
            {"id": 2, "type": "message", "createdBy": "ann", "body": WORDS, "createdAt": "2026-01-01"},
        ]
    },
    "slack-export.json": [{"type": "message", "user": "U1", "text": WORDS, "ts": "1.2", "blocks": []}],
    "blog-comments.json": {
        "comments": [
            {"id": 1, "author": "Ann", "content": WORDS, "public": True},
            {"id": 2, "author_id": 7, "body": WORDS},
        ]
    },
    "articles.json": {
        "articles": [
            {
                "id": 1,
                "title": "How to return",
                "body": f"<p>{WORDS}</p>",
                "locale": "en-us",
                "author_id": 3,
                "draft": False,
            }
        ]
    },
    "workflow-engine.json": {
        "name": "Nightly",
        "actions": [{"name": "notify", "arguments": {"body_text": WORDS}}, {"field": "status", "value": WORDS}],
    },
    "product-variants.json": {
        "title": "Lamp",
        "variants": [
            {"id": 1, "title": "Blue", "content": WORDS, "price": 10},
            {"id": 2, "locale": "sv", "default": True},
        ],
    },
    "syntax-tree.json": {"type": "macro", "name": "assert", "body": [{"type": "call", "name": "panic", "body": WORDS}]},
    "notes-app.json": [{"title": "Shopping", "content": WORDS, "folder_id": 3}],
    "key-bindings.json": [{"name": "Save", "shortcut": "ctrl+s", "command": "save"}],
    "countries.json": [{"name": "Sweden", "short_code": "SE", "description": WORDS}],
    "cms-page.json": {"name": "About", "keywords": "about", "content": WORDS, "active": True},
    "survey.json": [{"title": "Mrs", "response": WORDS, "notes": ""}],
    "mail-draft.json": {"subject": "Hello", "body": WORDS, "notes": "before Friday"},
    "hal.json": {"_links": {"self": {"href": "/messages/1"}}, "name": "One", "subject": "Two", "body": WORDS},
    "forum-threads.json": {
        "threads": [
            {"type": "customer", "body": WORDS, "author": 4},
            {"type": "message", "body": WORDS, "createdBy": {"id": 4}},
        ]
    },
    "queue.json": {"messages": [{"message_type": "outgoing", "content": WORDS}, {"message_type": 1, "content": WORDS}]},
    "kafka.json": [{"message_type": "order", "content": WORDS, "private": False}],
    "other-messages.json": {
        "inbox_id": 1,
        "messages": None,
        "inner": {"messages": [{"message_type": 9, "content": WORDS}]},
    },
    "events.json": [{"incoming": True, "private": False, "port": 80}, {"is_inbound": True}, {"from_agent": True}],
    "podcast.json": {"conversations": [{"title": "One", "body": WORDS, "incoming": True}]},
    "doctypes.json": [
        {"doctype": "Notification", "subject": "Hi", "message": WORDS},
        {"doctype": "Web Page", "title": "A", "response": WORDS},
    ],
    "intercom-articles.json": {
        "type": "list",
        "data": [{"type": "article", "title": "A", "body": WORDS, "available_on": []}],
    },
    "empty.json": {},
    "numbers.json": [
        1,
        2.5,
        True,
        None,
        "",
        [],
        [[]],
        {"actions": [], "comments": [], "threads": {}, "messages": None},
    ],
}

YAML = {
    "workflow.yml": """
        name: Checks
        on: [push]
        jobs:
          test:
            runs-on: ubuntu-latest
            steps:
              - name: Comment
                uses: actions/github-script@v7
                with:
                  script: You should have read the instructions.
                  body: You should have read the instructions.
        """,
    "issue-form.yml": """
        name: Bug
        description: You should have read the instructions.
        title: "[Bug]: "
        labels: [bug]
        body:
          - type: markdown
            attributes:
              value: You should have read the instructions.
          - type: textarea
            id: what
            attributes:
              label: What happened?
              description: You should have read the instructions.
        """,
    "docker-compose.yml": """
        services:
          web:
            image: acme/web
            environment: {SUBJECT: Hello, BODY: You should have read the instructions.}
            labels:
              - "notes=You should have read the instructions."
        """,
    "deployment.yaml": """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          annotations: {description: You should have read the instructions.}
        spec:
          template:
            spec:
              containers:
                - name: web
                  image: acme/web
                  env:
                    - {name: TEXT, value: You should have read the instructions.}
        """,
    "playbook.yml": """
        - name: Tell them
          hosts: all
          tasks:
            - name: Send mail
              community.general.mail:
                subject: Hello
                body: You should have read the instructions.
              notify: restart
        """,
    "locale.yml": """
        en:
          notes: Notes
          subject: Subject
          body: You should have read the instructions.
          text: You should have read the instructions.
        """,
    "front-matter.yml": """
        title: Hello
        response: You should have read the instructions.
        notes: You should have read the instructions.
        """,
}

ROWS = {
    "people.csv": {"name": "Ann", "text": WORDS, "keywords": "a"},
    "products.csv": {"name": "Lamp", "keywords": "lamp", "content": WORDS, "active": "1"},
    "survey.csv": {"title": "Mrs", "response": WORDS, "notes": ""},
    "notes.csv": {"title": "Shopping", "content": WORDS, "folder_id": "3"},
    "inbox.csv": {"subject": "Hello", "body": WORDS, "internal": "0", "sender": "ann@example.com"},
    "comments.csv": {"author_id": "1", "public": "true", "body": WORDS},
    "folders.csv": {"name": "Inbox", "folder_id": "3", "inbox_ids": "4"},
    "empty.csv": {},
}
