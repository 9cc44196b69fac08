/* All that a rule file may contain. What this grammar does not know never reaches the compiler of the rule engine. */
grammar RuleFile;

file : header conditions THEN END EOF ;

header : PACKAGE NAME SEMI? RULE STRING metadata* WHEN ;

metadata : AT NAME LPAREN metadataValue RPAREN ;
metadataValue : STRING | metadataWords ;
metadataWords : ~( STRING | LPAREN | RPAREN | AT | WHEN | THEN )+ ;

conditions : alternatives+ ;
alternatives : sequence ( OR sequence )* ;
sequence : single ( AND single )* ;
single
    : pattern
    | NOT operand
    | EXISTS operand
    | FORALL LPAREN pattern ( COMMA? pattern )* RPAREN
    | accumulate
    | LPAREN OR single+ RPAREN
    | LPAREN AND single+ RPAREN
    | group
    ;
group : LPAREN alternatives RPAREN ;
operand : pattern | group | LPAREN AND single+ RPAREN ;

pattern : ( VAR COLON )? NAME LPAREN constraints? RPAREN ( FROM origin )? ;
constraints : constraint ( COMMA constraint )* ;
constraint : VAR COLON path | condition ;

origin
    : ACCUMULATE LPAREN sequence ( COMMA | SEMI ) call RPAREN
    | COLLECT LPAREN pattern RPAREN
    ;
accumulate
    : ACCUMULATE LPAREN sequence ( SEMI | COMMA ) function ( COMMA function )* ( SEMI constraints )? SEMI? RPAREN ;
function : VAR COLON call ;
call : NAME LPAREN value? RPAREN ;

condition : conjunction ( OR_ELSE conjunction )* ;
conjunction : negation ( AND_ALSO negation )* ;
negation : BANG* relation ;
relation
    : value
    | value comparison value
    | comparison value
    | value NOT? IN LPAREN literal ( COMMA literal )* RPAREN
    | value NOT? MATCHES STRING
    | value NOT? CONTAINS value
    | THIS temporal range? VAR
    ;
comparison : EQUAL | UNEQUAL | BELOW | AT_MOST | ABOVE | AT_LEAST ;
temporal : AFTER | BEFORE | DURING ;
range : LBRACKET bound COMMA bound RBRACKET ;
bound : MINUS? DURATION ;

value : product ( ( PLUS | MINUS ) product )* ;
product : signed ( ( TIMES | OVER | MODULO ) signed )* ;
signed : MINUS* atom ;
atom : literal | path | LPAREN condition RPAREN ;
literal : MINUS? NUMBER | STRING | TRUE | FALSE | NULL ;
path : ( VAR | THIS | NAME ) ( DOT NAME )* ;

PACKAGE : 'package' ;
RULE : 'rule' ;
WHEN : 'when' ;
THEN : 'then' ;
END : 'end' ;
NOT : 'not' ;
EXISTS : 'exists' ;
AND : 'and' ;
OR : 'or' ;
FORALL : 'forall' ;
ACCUMULATE : 'accumulate' ;
FROM : 'from' ;
COLLECT : 'collect' ;
IN : 'in' ;
MATCHES : 'matches' ;
CONTAINS : 'contains' ;
AFTER : 'after' ;
BEFORE : 'before' ;
DURING : 'during' ;
THIS : 'this' ;
TRUE : 'true' ;
FALSE : 'false' ;
NULL : 'null' ;

EQUAL : '==' ;
UNEQUAL : '!=' ;
AT_MOST : '<=' ;
AT_LEAST : '>=' ;
BELOW : '<' ;
ABOVE : '>' ;
AND_ALSO : '&&' ;
OR_ELSE : '||' ;
BANG : '!' ;
PLUS : '+' ;
MINUS : '-' ;
TIMES : '*' ;
OVER : '/' ;
MODULO : '%' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
COMMA : ',' ;
SEMI : ';' ;
COLON : ':' ;
DOT : '.' ;
AT : '@' ;

DURATION : ( [0-9]+ [smhd] )+ ;
NUMBER : [0-9]+ ( '.' [0-9]+ )? ;
VAR : '$' [A-Za-z] [A-Za-z0-9_]* ;
NAME : [A-Za-z_] [A-Za-z0-9_]* ;
STRING : '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '"' | '\'' ( ~['\\\r\n] | '\\' ~[\r\n] )* '\'' ;

SPACE : [ \t\r\n]+ -> skip ;
LINE_COMMENT : '//' ~[\r\n]* -> skip ;
BLOCK_COMMENT : '/*' .*? '*/' -> skip ;
OPEN_COMMENT : '/*' ;
OPEN_STRING : '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* | '\'' ( ~['\\\r\n] | '\\' ~[\r\n] )* ;
OTHER : . ;
